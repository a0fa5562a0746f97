/**
 * Sprig's functions, one class per group, each a plain table.
 */
package decs.template.sprig;
