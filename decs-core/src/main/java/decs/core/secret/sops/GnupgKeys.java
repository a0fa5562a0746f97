package decs.core.secret.sops;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import org.bouncycastle.bcpg.BCPGKey;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.gpg.KeyGripCalculator;
import org.bouncycastle.gpg.PGPSecretKeyParser;
import org.bouncycastle.gpg.SExprParser;
import org.bouncycastle.gpg.keybox.KeyBlob;
import org.bouncycastle.gpg.keybox.PublicKeyRingBlob;
import org.bouncycastle.gpg.keybox.bc.BcKeyBox;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcePBEProtectionRemoverFactory;

/**
 * The folder of GnuPG 2.1 and later: public keys in {@code pubring.kbx}, each private key in a file of its own that is
 * named by its keygrip.
 */
record GnupgKeys(Path home, char[] passphrase) {
    private static final int MAX_DEPTH = 10;

    /** The private key with that id, when the folder has it. */
    Optional<PGPSecretKey> find(long id) throws IOException, PGPException {
        Optional<PGPPublicKey> publicKey = publicKey(id);
        if (publicKey.isEmpty()) {
            return Optional.empty();
        }
        byte[] grip = grip(publicKey.get().getPublicKeyPacket().getKey());
        Path file = home.resolve("private-keys-v1.d")
                .resolve(HexFormat.of().withUpperCase().formatHex(grip) + ".key");
        return Files.isReadable(file) ? Optional.of(read(Files.readAllBytes(file), publicKey.get())) : Optional.empty();
    }

    /** The hash that names a key's file; of an RSA key libgcrypt hashes the modulus with its sign byte. */
    private static byte[] grip(BCPGKey key) throws IOException, PGPException {
        PGPDigestCalculator sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
        if (key instanceof RSAPublicBCPGKey rsa) {
            sha1.getOutputStream().write(rsa.getModulus().toByteArray());
            return sha1.getDigest();
        }
        return new KeyGripCalculator(sha1).calculateKeygrip(key);
    }

    private Optional<PGPPublicKey> publicKey(long id) throws IOException {
        Path box = home.resolve("pubring.kbx");
        if (!Files.isReadable(box)) {
            return Optional.empty();
        }
        for (KeyBlob blob : new BcKeyBox(Files.readAllBytes(box)).getKeyBlobs()) {
            if (blob instanceof PublicKeyRingBlob ring) {
                Iterator<PGPPublicKey> keys = ring.getPGPPublicKeyRing().getPublicKeys();
                while (keys.hasNext()) {
                    PGPPublicKey key = keys.next();
                    if (key.getKeyID() == id) {
                        return Optional.of(key);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private PGPSecretKey read(byte[] file, PGPPublicKey publicKey) throws IOException, PGPException {
        BcPGPDigestCalculatorProvider digests = new BcPGPDigestCalculatorProvider();
        JcePBEProtectionRemoverFactory opener = new JcePBEProtectionRemoverFactory(passphrase);
        if (PGPSecretKeyParser.isExtendedSExpression(buffered(file))) {
            return PGPSecretKeyParser.parse(buffered(file), MAX_DEPTH)
                    .getKeyData(publicKey, digests, opener, new BcKeyFingerprintCalculator(), MAX_DEPTH);
        }
        return new SExprParser(digests).parseSecretKey(buffered(file), opener, publicKey);
    }

    private static InputStream buffered(byte[] file) {
        return new BufferedInputStream(new ByteArrayInputStream(file));
    }
}
