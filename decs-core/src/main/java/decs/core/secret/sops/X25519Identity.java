package decs.core.secret.sops;

import decs.template.source.DecsException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** age's own key pair: {@code AGE-SECRET-KEY-1…}. */
final class X25519Identity implements AgeIdentity {
    private final byte[] secret;
    private final byte[] recipient = new byte[32];

    private X25519Identity(byte[] secret) {
        this.secret = secret;
        X25519.scalarMultBase(secret, 0, recipient, 0);
    }

    static X25519Identity parse(String text) {
        byte[] secret = Bech32.decode("AGE-SECRET-KEY-", text);
        if (secret.length != 32) {
            throw new DecsException("age: malformed secret key: invalid length");
        }
        return new X25519Identity(secret);
    }

    @Override
    public Optional<byte[]> unwrap(AgeStanza stanza) {
        if (!stanza.is("X25519", 2)) {
            return Optional.empty();
        }
        byte[] share = AgeFile.unpadded(stanza.arguments().get(1));
        byte[] shared = new byte[32];
        if (share.length != 32 || !X25519.calculateAgreement(secret, 0, share, 0, shared, 0)) {
            return Optional.empty();
        }
        try {
            byte[] key = Hkdf.derive(shared, AgeWrap.join(share, recipient), X25519_LABEL);
            return AgeWrap.open(key, stanza.body());
        } catch (GeneralSecurityException impossible) {
            throw new DecsException("age: " + impossible.getMessage(), impossible);
        }
    }
}
