/**
 * Patches: made from trees that differ, and applied to trees. Entry: {@link decs.helm.kube.patch.ThreeWayMerge} for what
 * a client sends, {@link decs.helm.kube.patch.StrategicMerge}, {@link decs.helm.kube.patch.JsonMerge} and {@link
 * decs.helm.kube.patch.JsonPatch} for what a server does with it.
 *
 * <p>Vocabulary: <i>original</i> is what was sent before, <i>modified</i> what is wanted now, <i>current</i> what is
 * live. A <i>directive</i> is a key of a strategic patch that starts with {@code $}.
 */
package decs.helm.kube.patch;
