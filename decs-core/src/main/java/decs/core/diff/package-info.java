/**
 * What a change does, as data: two manifests are read into objects ({@link decs.core.diff.ManifestObjects}), compared
 * object by object ({@link decs.core.diff.ManifestDiff}) and printed in one of several forms
 * ({@link decs.core.diff.DiffForm}): helm-diff's own texts to the byte, and Markdown and HTML for reviews.
 */
package decs.core.diff;
