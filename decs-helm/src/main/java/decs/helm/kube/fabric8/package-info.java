/**
 * A real API server: {@link decs.helm.kube.fabric8.Fabric8Cluster}. Of the client library only the configuration and the
 * HTTP client are used, with trees in place of model classes: so a start costs no more than the JDK's own HTTP client.
 */
package decs.helm.kube.fabric8;
