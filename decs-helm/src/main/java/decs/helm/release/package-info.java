/**
 * Releases as Helm records them: {@link decs.helm.release.Release}, and {@link decs.helm.release.ReleaseCodec} for the
 * text of a record.
 *
 * <p>Vocabulary: a <i>release</i> has <i>revisions</i>, one {@link decs.helm.release.Release} each; its <i>state</i> is
 * what became of it; <i>foreign</i> is what a record holds that decs has no name for and must not lose.
 */
package decs.helm.release;
