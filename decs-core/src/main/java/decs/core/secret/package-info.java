/**
 * Values that are kept elsewhere or encrypted. {@link decs.core.secret.References} resolves {@code ref+…} texts through
 * {@link decs.core.secret.ReferenceProvider}s, {@link decs.core.secret.SecretMask} hides what was found from every text
 * that leaves the process; {@code decs.core.secret.sops} decrypts SOPS files. Words: a <em>reference</em> is a text such
 * as {@code ref+file://a.yaml#/key}; its <em>fragment</em> picks a value out of the document that its <em>path</em> names.
 */
package decs.core.secret;
