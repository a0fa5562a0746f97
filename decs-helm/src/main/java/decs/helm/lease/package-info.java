/** Who works on a release: a Lease beside its records, so that a run that died is told from one that lives. */
package decs.helm.lease;
