package decs.template.sprig;

import decs.template.gofmt.GoString;
import decs.template.language.FunctionCall;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/** The Master Password algorithm, version 1: {@code derivePassword}. */
final class MasterPassword {
    private static final String SEED = "com.lyndir.masterpassword";

    private static final Map<String, List<String>> TEMPLATES = Map.of(
            "maximum", List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
            "long",
                    List.of(
                            "CvcvnoCvcvCvcv",
                            "CvcvCvcvnoCvcv",
                            "CvcvCvcvCvcvno",
                            "CvccnoCvcvCvcv",
                            "CvccCvcvnoCvcv",
                            "CvccCvcvCvcvno",
                            "CvcvnoCvccCvcv",
                            "CvcvCvccnoCvcv",
                            "CvcvCvccCvcvno",
                            "CvcvnoCvcvCvcc",
                            "CvcvCvcvnoCvcc",
                            "CvcvCvcvCvccno",
                            "CvccnoCvccCvcv",
                            "CvccCvccnoCvcv",
                            "CvccCvccCvcvno",
                            "CvcvnoCvccCvcc",
                            "CvcvCvccnoCvcc",
                            "CvcvCvccCvccno",
                            "CvccnoCvcvCvcc",
                            "CvccCvcvnoCvcc",
                            "CvccCvcvCvccno"),
            "medium", List.of("CvcnoCvc", "CvcCvcno"),
            "short", List.of("Cvcn"),
            "basic", List.of("aaanaaan", "aannaaan", "aaannaaa"),
            "pin", List.of("nnnn"));

    private static final Map<Character, String> CLASSES = Map.of(
            'V', "AEIOU",
            'C', "BCDFGHJKLMNPQRSTVWXYZ",
            'v', "aeiou",
            'c', "bcdfghjklmnpqrstvwxyz",
            'A', "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
            'a', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
            'n', "0123456789",
            'o', "@&%?,=[]_:-+*$#!'^~;()/.",
            'x', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()");

    private static final int COST = 32_768;
    private static final int BLOCK_SIZE = 8;
    private static final int LANES = 2;
    private static final int KEY_BYTES = 64;

    private MasterPassword() {}

    /** Counter, password type, password, user, site. */
    static Object derive(FunctionCall call, Object[] args) {
        String type = (String) args[1];
        List<String> templates = TEMPLATES.get(type);
        if (templates == null) {
            return "cannot find password template " + type;
        }
        Budget.masterPassword(call);
        byte[] user = GoString.bytes((String) args[3]);
        byte[] site = GoString.bytes((String) args[4]);
        byte[] salt = message(user, new byte[0]);
        byte[] key = SCrypt.generate(GoString.bytes((String) args[2]), salt, COST, BLOCK_SIZE, LANES, KEY_BYTES);
        byte[] seed = hmac(key, message(site, big(((Number) args[0]).intValue())));
        String template = templates.get((seed[0] & 0xFF) % templates.size());
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            String characters = CLASSES.get(template.charAt(i));
            password.append(characters.charAt((seed[i + 1] & 0xFF) % characters.length()));
        }
        return password.toString();
    }

    private static byte[] message(byte[] name, byte[] end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(GoString.bytes(SEED));
        out.writeBytes(big(name.length));
        out.writeBytes(name);
        out.writeBytes(end);
        return out.toByteArray();
    }

    private static byte[] big(int value) {
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
