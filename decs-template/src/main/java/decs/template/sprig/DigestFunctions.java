package decs.template.sprig;

import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoString;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Adler32;

/** Sprig's checksums of texts. */
final class DigestFunctions {
    private DigestFunctions() {}

    static FunctionTable table() {
        return FunctionTable.builder()
                .of("sha1sum", STRING, text -> hex("SHA-1", (String) text))
                .of("sha256sum", STRING, text -> hex("SHA-256", (String) text))
                .of("sha512sum", STRING, text -> hex("SHA-512", (String) text))
                .of("adler32sum", STRING, text -> adler32((String) text))
                .build();
    }

    private static Object hex(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(GoString.bytes(text)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new FunctionException("this JDK has no " + algorithm, impossible);
        }
    }

    private static Object adler32(String text) {
        Adler32 sum = new Adler32();
        sum.update(GoString.bytes(text));
        return Long.toString(sum.getValue());
    }
}
