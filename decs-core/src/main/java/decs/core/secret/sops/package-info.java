/**
 * Files that SOPS encrypted, read without the program: {@link decs.core.secret.sops.Sops}. The data key of a file is
 * encrypted once for every key that may read it; {@link decs.core.secret.sops.SopsKeys} holds the private halves that can
 * be had here (age, SSH, PGP, Vault). Words: a <em>stanza</em> is one such encrypted data key, a <em>token</em> an encrypted
 * value ({@code ENC[AES256_GCM,…]}), its <em>path</em> the keys above it, which are authenticated together with it.
 */
package decs.core.secret.sops;
