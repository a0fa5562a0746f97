/** Where release records are kept: {@code ReleaseStore}. */
package decs.helm.storage;
