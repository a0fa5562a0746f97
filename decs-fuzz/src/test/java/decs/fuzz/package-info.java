/**
 * Jazzer targets: each gives any bytes to one reader and lets nothing out but a value or a failure of decs's own. The
 * folders of inputs beside them hold seeds, and what was found; they run as plain tests without {@code JAZZER_FUZZ}.
 */
package decs.fuzz;
