/**
 * A cluster inside the process: {@link decs.helm.kube.local.LocalCluster}, kept in memory or in a folder of YAML files. It
 * behaves as an API server does towards releases: resource versions, conflicts, patches, owners of fields, namespaces,
 * deletion; in place of controllers and nodes a {@link decs.helm.kube.local.Simulation} says what becomes of objects.
 */
package decs.helm.kube.local;
