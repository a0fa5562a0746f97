package decs.helm.sign;

import decs.template.source.DecsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** A secret key that is ready to sign. */
public final class SigningKey {
    private final PGPPublicKey publicKey;
    private final PGPPrivateKey privateKey;

    private SigningKey(PGPPublicKey publicKey, PGPPrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    static SigningKey unlock(PGPSecretKey secret, String passphrase) throws PGPException {
        PGPPrivateKey key =
                secret.extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                        .build(passphrase.toCharArray()));
        if (key == null) {
            throw new PGPException("only a stub of the secret key is in the file");
        }
        return new SigningKey(secret.getPublicKey(), key);
    }

    /** The armoured signature of a text in canonical form. */
    String sign(byte[] canonical, Instant time) {
        try {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(publicKey.getAlgorithm(), HashAlgorithmTags.SHA512), publicKey);
            generator.init(PGPSignature.CANONICAL_TEXT_DOCUMENT, privateKey);
            PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
            hashed.setSignatureCreationTime(false, Date.from(time));
            hashed.setIssuerFingerprint(false, publicKey);
            generator.setHashedSubpackets(hashed.generate());
            generator.update(canonical);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ArmoredOutputStream armoured =
                    ArmoredOutputStream.builder().clearHeaders().build(out)) {
                generator.generate().encode(armoured);
            }
            return out.toString(StandardCharsets.US_ASCII);
        } catch (PGPException | IOException failed) {
            throw new DecsException("failed to sign: " + failed.getMessage(), failed);
        }
    }
}
