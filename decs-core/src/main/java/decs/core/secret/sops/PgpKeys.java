package decs.core.secret.sops;

import decs.template.source.DecsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/**
 * The PGP private keys of this user: exported ones ({@code DECS_PGP_KEY}, {@code DECS_PGP_KEY_FILE}, an old {@code
 * secring.gpg}), and those in GnuPG's own folder ({@code GNUPGHOME}). {@code DECS_PGP_PASSPHRASE} opens them.
 */
final class PgpKeys {
    private final Map<String, String> environment;

    private PgpKeys(Map<String, String> environment) {
        this.environment = environment;
    }

    static PgpKeys of(Map<String, String> environment) {
        return new PgpKeys(environment);
    }

    /** The content of a PGP message that one of the keys can read. */
    byte[] decrypt(String armoured) {
        try {
            List<String> tried = new ArrayList<>();
            for (PGPPublicKeyEncryptedData data : recipients(armoured)) {
                Optional<PGPSecretKey> key = find(data.getKeyIdentifier().getKeyId());
                if (key.isPresent()) {
                    return content(data.getDataStream(decryptor(key.get())));
                }
                tried.add(Long.toHexString(data.getKeyIdentifier().getKeyId()).toUpperCase(Locale.ROOT));
            }
            throw new DecsException("no private key for key id " + String.join(", ", tried)
                    + " (GNUPGHOME, DECS_PGP_KEY and DECS_PGP_KEY_FILE were looked at)");
        } catch (IOException | PGPException unreadable) {
            throw new DecsException("PGP: " + unreadable.getMessage(), unreadable);
        }
    }

    private static List<PGPPublicKeyEncryptedData> recipients(String armoured) throws IOException {
        InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(armoured.getBytes(StandardCharsets.UTF_8)));
        List<PGPPublicKeyEncryptedData> recipients = new ArrayList<>();
        for (Object object : new BcPGPObjectFactory(in)) {
            if (object instanceof PGPEncryptedDataList list) {
                list.forEach(data -> {
                    if (data instanceof PGPPublicKeyEncryptedData recipient) {
                        recipients.add(recipient);
                    }
                });
                return recipients;
            }
        }
        throw new DecsException("PGP: no encrypted message");
    }

    private static byte[] content(InputStream plain) throws IOException, PGPException {
        BcPGPObjectFactory objects = new BcPGPObjectFactory(plain);
        Object object = objects.nextObject();
        if (object instanceof org.bouncycastle.openpgp.PGPCompressedData compressed) {
            objects = new BcPGPObjectFactory(compressed.getDataStream());
            object = objects.nextObject();
        }
        while (object != null) {
            if (object instanceof PGPLiteralData literal) {
                return literal.getInputStream().readAllBytes();
            }
            object = objects.nextObject();
        }
        throw new DecsException("PGP: the message holds no data");
    }

    private Optional<PGPSecretKey> find(long id) throws IOException, PGPException {
        for (byte[] ring : exportedRings()) {
            PGPSecretKey key = new BcPGPSecretKeyRingCollection(
                            PGPUtil.getDecoderStream(new ByteArrayInputStream(ring)))
                    .getSecretKey(id);
            if (key != null) {
                return Optional.of(key);
            }
        }
        Optional<Path> home = gnupgHome();
        return home.isEmpty() ? Optional.empty() : new GnupgKeys(home.get(), passphrase()).find(id);
    }

    private BcPublicKeyDataDecryptorFactory decryptor(PGPSecretKey key) throws PGPException {
        return new BcPublicKeyDataDecryptorFactory(key.extractKeyPair(
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase())));
    }

    private List<byte[]> exportedRings() throws IOException {
        List<byte[]> rings = new ArrayList<>();
        String text = environment.getOrDefault("DECS_PGP_KEY", "");
        if (!text.isEmpty()) {
            rings.add(text.getBytes(StandardCharsets.UTF_8));
        }
        String file = environment.getOrDefault("DECS_PGP_KEY_FILE", "");
        if (!file.isEmpty()) {
            rings.add(Files.readAllBytes(Path.of(file)));
        }
        Optional<Path> old = gnupgHome().map(home -> home.resolve("secring.gpg"));
        if (old.isPresent() && Files.isReadable(old.get()) && Files.size(old.get()) > 0) {
            rings.add(Files.readAllBytes(old.get()));
        }
        return rings;
    }

    private Optional<Path> gnupgHome() {
        String folder = environment.getOrDefault("GNUPGHOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (folder.isEmpty() && home.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(folder.isEmpty() ? Path.of(home, ".gnupg") : Path.of(folder));
    }

    private char[] passphrase() {
        return environment.getOrDefault("DECS_PGP_PASSPHRASE", "").toCharArray();
    }
}
