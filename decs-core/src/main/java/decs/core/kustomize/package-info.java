/**
 * Kustomizations built in the process ({@link decs.core.kustomize.KustomizationBuild}): resources, generators, names,
 * namespaces, labels, annotations, images, replicas, patches. Files are read, nothing is fetched or run.
 */
package decs.core.kustomize;
