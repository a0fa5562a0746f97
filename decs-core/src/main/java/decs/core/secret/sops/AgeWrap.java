package decs.core.secret.sops;

import java.security.GeneralSecurityException;
import java.util.Optional;

/** Opens a stanza's body with a key that was agreed or derived. */
final class AgeWrap {
    private AgeWrap() {}

    /** The file key in {@code body}, when {@code key} is the one that it was wrapped with. */
    static Optional<byte[]> open(byte[] key, byte[] body) {
        if (body.length != AgeIdentity.FILE_KEY + 16) {
            return Optional.empty();
        }
        try {
            return Optional.of(Hkdf.chacha(key, new byte[12], body, 0, body.length));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    static byte[] join(byte[] a, byte[] b) {
        byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
