/**
 * A release made ready: its values merged in helmfile's order ({@link decs.core.prepare.ReleaseValues}), its chart
 * fetched and, where the release asks for it, converted. The result is a {@link decs.core.prepare.PreparedRelease}.
 */
package decs.core.prepare;
