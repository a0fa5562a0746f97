package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoString;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.util.Base64;

/** Sprig's encodings: base 64, base 32, JSON. */
final class EncodingFunctions {
    private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

    private EncodingFunctions() {}

    static FunctionTable table() {
        return FunctionTable.builder()
                .of("b64enc", STRING, text -> Base64.getEncoder().encodeToString(GoString.bytes((String) text)))
                .of("b64dec", STRING, text -> base64((String) text))
                .of("b32enc", STRING, text -> toBase32(GoString.bytes((String) text)))
                .of("b32dec", STRING, text -> fromBase32((String) text))
                .of("toJson", ANY, value -> orEmpty(() -> Json.write(value)))
                .of("mustToJson", ANY, value -> must(() -> Json.write(value)))
                .of("toPrettyJson", ANY, value -> orEmpty(() -> Json.writeIndented(value, "  ")))
                .of("mustToPrettyJson", ANY, value -> must(() -> Json.writeIndented(value, "  ")))
                .of("toRawJson", ANY, value -> must(() -> raw(Json.write(value))))
                .of("mustToRawJson", ANY, value -> must(() -> raw(Json.write(value))))
                .of("fromJson", STRING, text -> orNil(() -> Json.read((String) text)))
                .of("mustFromJson", STRING, text -> must(() -> Json.read((String) text)))
                .build();
    }

    /** A piece of work that may find its input malformed. */
    interface Work {
        Object run();
    }

    static Object orEmpty(Work work) {
        try {
            return work.run();
        } catch (DecsException bad) {
            return "";
        }
    }

    private static Object orNil(Work work) {
        try {
            return work.run();
        } catch (DecsException bad) {
            return null;
        }
    }

    static Object must(Work work) {
        try {
            return work.run();
        } catch (DecsException bad) {
            throw new FunctionException(bad.getMessage(), bad);
        }
    }

    /** JSON without the escapes that make it safe inside HTML. */
    private static String raw(String json) {
        if (!json.contains("\\u00")) {
            return json;
        }
        StringBuilder out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (json.startsWith("\\u003c", i) || json.startsWith("\\u003e", i) || json.startsWith("\\u0026", i)) {
                out.append((char) Integer.parseInt(json.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(c).append(json.charAt(++i));
            }
        }
        return out.toString();
    }

    /** Decoded text, or Go's complaint as text, which is what Sprig returns. */
    private static Object base64(String text) {
        String clean = text.replace("\r", "").replace("\n", "");
        int bad = firstBad(text);
        if (bad >= 0) {
            return "illegal base64 data at input byte " + bad;
        }
        try {
            return GoString.of(Base64.getDecoder().decode(clean));
        } catch (IllegalArgumentException malformed) {
            return "illegal base64 data at input byte " + (clean.length() / 4 * 4);
        }
    }

    private static int firstBad(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                continue;
            }
            if (c == '=') {
                return padding(text, i, count);
            }
            boolean known =
                    (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
            if (!known) {
                return GoString.length(text.substring(0, i));
            }
            count++;
        }
        return count % 4 == 0 ? -1 : text.length() - count % 4;
    }

    private static int padding(String text, int at, int count) {
        int wanted = count % 4 == 2 ? 2 : count % 4 == 3 ? 1 : 0;
        if (wanted == 0) {
            return at;
        }
        int i = at;
        for (int seen = 0; seen < wanted; i++) {
            if (i >= text.length()) {
                return text.length();
            }
            char c = text.charAt(i);
            if (c == '=') {
                seen++;
            } else if (c != '\n' && c != '\r') {
                return i;
            }
        }
        for (; i < text.length(); i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                return i;
            }
        }
        return -1;
    }

    private static String toBase32(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 5) {
            long group = 0;
            int count = Math.min(5, bytes.length - i);
            for (int k = 0; k < 5; k++) {
                group = group << 8 | (k < count ? bytes[i + k] & 0xff : 0);
            }
            int letters = (count * 8 + 4) / 5;
            for (int k = 0; k < 8; k++) {
                out.append(k < letters ? BASE32[(int) (group >> (35 - 5 * k)) & 31] : '=');
            }
        }
        return out.toString();
    }

    private static Object fromBase32(String text) {
        String clean = text.replace("\r", "").replace("\n", "");
        int end = clean.indexOf('=') < 0 ? clean.length() : clean.indexOf('=');
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        long group = 0;
        int bits = 0;
        for (int i = 0; i < end; i++) {
            int digit = new String(BASE32).indexOf(clean.charAt(i));
            if (digit < 0) {
                return "illegal base32 data at input byte " + i;
            }
            group = group << 5 | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write((int) (group >> bits) & 0xff);
            }
        }
        if (clean.length() % 8 != 0) {
            return "illegal base32 data at input byte " + clean.length();
        }
        return GoString.of(out.toByteArray());
    }
}
