/**
 * What the built-in kinds of the Kubernetes API look like: {@link decs.helm.kube.schema.ApiTypes}, a table read from the
 * types that a server publishes. It decides how lists merge, in strategic patches and in server-side apply.
 */
package decs.helm.kube.schema;
