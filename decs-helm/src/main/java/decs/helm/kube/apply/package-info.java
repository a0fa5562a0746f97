/**
 * Server-side apply: who owns which field, and what an apply makes of an object. Entry: {@link
 * decs.helm.kube.apply.ServerSideApply}, {@link decs.helm.kube.apply.FieldConflict}.
 *
 * <p>Vocabulary: a <i>manager</i> is whoever writes; a <i>field set</i> is a set of paths, written as {@code fieldsV1} in
 * {@code metadata.managedFields}; a <i>conflict</i> is a field that one manager wants other than its owner left it.
 */
package decs.helm.kube.apply;
