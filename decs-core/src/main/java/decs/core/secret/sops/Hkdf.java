package decs.core.secret.sops;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The two primitives of age beside its key agreements: HKDF-SHA-256 (RFC 5869, 32 bytes) and ChaCha20-Poly1305. */
final class Hkdf {
    private static final int LENGTH = 32;

    private Hkdf() {}

    static byte[] derive(byte[] secret, byte[] salt, String info) throws GeneralSecurityException {
        byte[] extracted = hmac(salt.length == 0 ? new byte[LENGTH] : salt, secret);
        byte[] label = info.getBytes(StandardCharsets.US_ASCII);
        byte[] block = Arrays.copyOf(label, label.length + 1);
        block[label.length] = 1;
        return hmac(extracted, block);
    }

    static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    /** The plain bytes; fails when they are not what was encrypted with the key. */
    static byte[] chacha(byte[] key, byte[] nonce, byte[] in, int from, int length) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        return cipher.doFinal(in, from, length);
    }
}
