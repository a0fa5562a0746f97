package decs.core.secret.sops;

import java.util.Optional;

/** A private key that may unwrap the file key of an age file. */
interface AgeIdentity {
    String X25519_LABEL = "age-encryption.org/v1/X25519";
    int FILE_KEY = 16;

    /** The file key, when the stanza was made for this identity. */
    Optional<byte[]> unwrap(AgeStanza stanza);
}
