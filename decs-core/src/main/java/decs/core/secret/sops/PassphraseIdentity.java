package decs.core.secret.sops;

import decs.template.source.DecsException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.crypto.generators.SCrypt;

/** A passphrase, for identity files that are encrypted themselves ({@code scrypt} stanzas). */
record PassphraseIdentity(String passphrase) implements AgeIdentity {
    private static final int MOST_WORK = 22;

    @Override
    public Optional<byte[]> unwrap(AgeStanza stanza) {
        if (!stanza.is("scrypt", 3)) {
            return Optional.empty();
        }
        byte[] salt = AgeFile.unpadded(stanza.arguments().get(1));
        int work = Integer.parseInt(stanza.arguments().get(2));
        if (work < 1 || work > MOST_WORK) {
            throw new DecsException("age: scrypt work factor " + work + " is out of bounds");
        }
        byte[] label = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
        byte[] key = SCrypt.generate(
                passphrase.getBytes(StandardCharsets.UTF_8), AgeWrap.join(label, salt), 1 << work, 8, 1, 32);
        return AgeWrap.open(key, stanza.body());
    }
}
