/** Defaults and templates folded in, {@code needs} to waves: {@code ResolvedRelease}, {@code Plan}. */
package decs.core.plan;
