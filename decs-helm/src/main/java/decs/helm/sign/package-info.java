/** PGP provenance of charts: sign and verify. */
package decs.helm.sign;
