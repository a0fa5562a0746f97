/** Where charts come from: HTTP index files, OCI, git and file sources, caches, credentials, Chart.lock. */
package decs.helm.repo;
