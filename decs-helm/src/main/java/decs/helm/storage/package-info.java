/**
 * Where release records are kept: the port {@link decs.helm.storage.ReleaseStore}, its Secrets, ConfigMaps and memory,
 * and {@link decs.helm.storage.ReleaseHistory} over it.
 */
package decs.helm.storage;
