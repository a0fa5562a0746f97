package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoString;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.util.Base64;
import java.util.function.Function;

/** Sprig's encodings: base 64, base 32, JSON. */
final class EncodingFunctions {
    private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

    private EncodingFunctions() {}

    static FunctionTable table() {
        return FunctionTable.builder()
                .of("b64enc", STRING, text -> Base64.getEncoder().encodeToString(GoString.bytes((String) text)))
                .of("b64dec", STRING, text -> decoded(Base64Text::decode, text))
                .of("b32enc", STRING, text -> toBase32(GoString.bytes((String) text)))
                .of("b32dec", STRING, text -> decoded(Base32Text::decode, text))
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
    private static Object decoded(Function<String, byte[]> decoder, Object text) {
        try {
            return GoString.of(decoder.apply((String) text));
        } catch (FunctionException bad) {
            return bad.getMessage();
        }
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
}
