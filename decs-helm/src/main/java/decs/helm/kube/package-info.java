/** The port to a cluster: {@code Cluster}, {@code KubeObject}. */
package decs.helm.kube;
