package decs.template.sprig;

import static decs.template.language.GoKind.INT;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoString;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Adler32;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Sprig's digests, password hashes and encryption. */
final class CryptoFunctions {
    private static final int BLOCK = 16;
    private static final int KEY_BYTES = 32;

    private static final FunctionTable TABLE = FunctionTable.builder()
            .of("sha1sum", STRING, text -> digest("SHA-1", (String) text))
            .of("sha256sum", STRING, text -> digest("SHA-256", (String) text))
            .of("sha512sum", STRING, text -> digest("SHA-512", (String) text))
            .of("adler32sum", STRING, text -> adler((String) text))
            .calling("bcrypt", List.of(STRING), (call, args) -> bcrypt(call, (String) args[0]))
            .calling("htpasswd", List.of(STRING, STRING), CryptoFunctions::htpasswd)
            .calling("derivePassword", List.of(INT, STRING, STRING, STRING, STRING), MasterPassword::derive)
            .calling("encryptAES", List.of(STRING, STRING), CryptoFunctions::encrypt)
            .of("decryptAES", STRING, STRING, (password, text) -> decrypt((String) password, (String) text))
            .build();

    private CryptoFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Texts.utf8(text)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String adler(String text) {
        Adler32 sum = new Adler32();
        sum.update(Texts.utf8(text));
        return Long.toString(sum.getValue());
    }

    /** Failures are the result, as in Sprig. */
    private static String bcrypt(FunctionCall call, String password) {
        byte[] bytes = GoString.bytes(password);
        if (bytes.length > PasswordHash.LONGEST) {
            return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
        }
        byte[] salt = new byte[PasswordHash.SALT_BYTES];
        call.host().random().nextBytes(salt);
        Budget.password(call);
        return PasswordHash.of(bytes, salt);
    }

    private static Object htpasswd(FunctionCall call, Object[] args) {
        String user = (String) args[0];
        return user.contains(":") ? "invalid username: " + user : user + ":" + bcrypt(call, (String) args[1]);
    }

    private static Object encrypt(FunctionCall call, Object[] args) {
        byte[] text = GoString.bytes((String) args[1]);
        if (text.length == 0) {
            return "";
        }
        Budget.cipher(call, text.length);
        int padding = BLOCK - text.length % BLOCK;
        byte[] padded = Arrays.copyOf(text, text.length + padding);
        Arrays.fill(padded, text.length, padded.length, (byte) padding);
        byte[] start = new byte[BLOCK];
        call.host().random().nextBytes(start);
        byte[] secret = aes(Cipher.ENCRYPT_MODE, (String) args[0], start, padded);
        byte[] all = Arrays.copyOf(start, BLOCK + secret.length);
        System.arraycopy(secret, 0, all, BLOCK, secret.length);
        return Base64.getEncoder().encodeToString(all);
    }

    private static Object decrypt(String password, String base64) {
        if (base64.isEmpty()) {
            return "";
        }
        byte[] all = Base64Text.decode(base64);
        if (all.length < BLOCK) {
            throw new FunctionException(
                    "runtime error: slice bounds out of range [:" + BLOCK + "] with capacity " + all.length);
        }
        if (all.length % BLOCK != 0) {
            throw new FunctionException("crypto/cipher: input not full blocks");
        }
        if (all.length == BLOCK) {
            throw new FunctionException("runtime error: index out of range [-1]");
        }
        byte[] text = aes(
                Cipher.DECRYPT_MODE, password, Arrays.copyOf(all, BLOCK), Arrays.copyOfRange(all, BLOCK, all.length));
        int length = text.length - (text[text.length - 1] & 0xFF);
        if (length < 0) {
            throw new FunctionException("runtime error: slice bounds out of range [:" + length + "]");
        }
        return GoString.of(text, 0, length);
    }

    private static byte[] aes(int mode, String password, byte[] start, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            byte[] key = Arrays.copyOf(GoString.bytes(password), KEY_BYTES);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
