package decs.core.secret.sops;

import decs.template.source.DecsException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** An SSH key pair as an age identity: Ed25519 or RSA, without a passphrase. */
final class SshIdentity implements AgeIdentity {
    private static final String ED25519_LABEL = "age-encryption.org/v1/ssh-ed25519";
    private static final String RSA_LABEL = "age-encryption.org/v1/ssh-rsa";

    private final AsymmetricKeyParameter key;

    private SshIdentity(AsymmetricKeyParameter key) {
        this.key = key;
    }

    /** The identity in the text of a private key file. */
    static SshIdentity parse(String text) {
        try (PemReader reader = new PemReader(new StringReader(text))) {
            PemObject pem = reader.readPemObject();
            if (pem == null) {
                throw new DecsException("age: no SSH private key");
            }
            return new SshIdentity(OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(pem.getContent()));
        } catch (IOException | IllegalArgumentException | IllegalStateException unreadable) {
            throw new DecsException("age: SSH private key: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public Optional<byte[]> unwrap(AgeStanza stanza) {
        try {
            if (key instanceof Ed25519PrivateKeyParameters ed25519 && stanza.is("ssh-ed25519", 3)) {
                return agreed(stanza, ed25519);
            }
            if (key instanceof RSAPrivateCrtKeyParameters rsa && stanza.is("ssh-rsa", 2)) {
                return decrypted(stanza, rsa);
            }
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new DecsException("age: " + broken.getMessage(), broken);
        }
    }

    private static Optional<byte[]> agreed(AgeStanza stanza, Ed25519PrivateKeyParameters ed25519)
            throws GeneralSecurityException {
        byte[] wire = wire("ssh-ed25519", ed25519.generatePublicKey().getEncoded());
        if (!stanza.arguments().get(1).equals(tag(wire))) {
            return Optional.empty();
        }
        byte[] secret = Arrays.copyOf(MessageDigest.getInstance("SHA-512").digest(ed25519.getEncoded()), 32);
        byte[] recipient = new byte[32];
        X25519.scalarMultBase(secret, 0, recipient, 0);
        byte[] share = AgeFile.unpadded(stanza.arguments().get(2));
        byte[] shared = new byte[32];
        X25519.calculateAgreement(secret, 0, share, 0, shared, 0);
        byte[] tweak = Hkdf.derive(new byte[0], wire, ED25519_LABEL);
        byte[] tweaked = new byte[32];
        X25519.calculateAgreement(tweak, 0, shared, 0, tweaked, 0);
        return AgeWrap.open(Hkdf.derive(tweaked, AgeWrap.join(share, recipient), ED25519_LABEL), stanza.body());
    }

    private static Optional<byte[]> decrypted(AgeStanza stanza, RSAPrivateCrtKeyParameters rsa)
            throws GeneralSecurityException {
        byte[] wire = wire("ssh-rsa", number(rsa.getPublicExponent()), number(rsa.getModulus()));
        if (!stanza.arguments().get(1).equals(tag(wire))) {
            return Optional.empty();
        }
        PrivateKey secret = KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateKeySpec(rsa.getModulus(), rsa.getExponent()));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                secret,
                new OAEPParameterSpec(
                        "SHA-256",
                        "MGF1",
                        MGF1ParameterSpec.SHA256,
                        new PSource.PSpecified(RSA_LABEL.getBytes(StandardCharsets.US_ASCII))));
        return Optional.of(cipher.doFinal(stanza.body()));
    }

    private static byte[] number(BigInteger number) {
        return number.toByteArray();
    }

    /** A public key as SSH sends it: each part behind its length. */
    private static byte[] wire(String kind, byte[]... parts) {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        int length = 4
                + name.length
                + Arrays.stream(parts).mapToInt(part -> 4 + part.length).sum();
        ByteBuffer wire = ByteBuffer.allocate(length).putInt(name.length).put(name);
        for (byte[] part : parts) {
            wire.putInt(part.length).put(part);
        }
        return wire.array();
    }

    private static String tag(byte[] wire) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(wire);
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 4));
    }
}
