/** Chart fetched, values merged, patches applied: {@code PreparedRelease}. */
package decs.core.prepare;
