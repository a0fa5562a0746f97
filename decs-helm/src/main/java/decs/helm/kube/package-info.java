/**
 * The port to a Kubernetes API server: {@link decs.helm.kube.Cluster} and what passes through it.
 *
 * <p>Vocabulary: an <i>object</i> ({@link decs.helm.kube.KubeObject}) is an immutable tree; a <i>reference</i> ({@link
 * decs.helm.kube.ObjectRef}) names one; a <i>resource type</i> is what the server calls a kind in its addresses; a
 * <i>patch</i> is one of the four ways to change an object; <i>readiness</i> is how far an object is from working.
 */
package decs.helm.kube;
