/** SOPS files and {@code ref+} values; what they yield is marked secret for good. */
package decs.core.secret;
