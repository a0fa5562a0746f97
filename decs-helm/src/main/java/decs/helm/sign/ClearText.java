package decs.helm.sign;

import decs.template.source.DecsException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A clear-signed message (RFC 4880, section 7): its text, the form of it that is signed, and the armoured signature.
 *
 * @param text as written, dashes unescaped, without the line end before the signature
 */
record ClearText(String text, String signature) {
    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";

    /** Reads the first message in {@code bytes}; what stands before it does not count. */
    static ClearText read(byte[] bytes) {
        List<String> lines =
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
        int at = 0;
        while (at < lines.size() && !lines.get(at).stripTrailing().equals(BEGIN)) {
            at++;
        }
        int blank = at + 1;
        while (blank < lines.size() && !lines.get(blank).isBlank()) {
            if (!lines.get(blank).startsWith("Hash:")) {
                throw missing(); // only Hash headers are covered by nothing and harmless
            }
            blank++;
        }
        int end = blank + 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals(SIGNATURE)) {
            end++;
        }
        if (end >= lines.size()) {
            throw missing();
        }
        List<String> text = new ArrayList<>();
        for (String line : lines.subList(blank + 1, end)) {
            text.add(line.startsWith("- ") ? line.substring(2) : line);
        }
        return new ClearText(String.join("\n", text), String.join("\n", lines.subList(end, lines.size())) + "\n");
    }

    private static DecsException missing() {
        return new DecsException("signature block not found");
    }

    /** What is signed: lines without the blanks at their ends, CRLF between them. */
    byte[] canonical() {
        return canonical(text);
    }

    /** The text in UTF-8, as it was before it was signed. */
    String plain() {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static byte[] canonical(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int end = line.length();
            while (end > 0 && " \t\r".indexOf(line.charAt(end - 1)) >= 0) {
                end--;
            }
            lines.add(line.substring(0, end));
        }
        return String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A message that is to be signed, whose signature is not there yet. */
    static ClearText unsigned(String plain) {
        String text = plain.endsWith("\n") ? plain.substring(0, plain.length() - 1) : plain;
        return new ClearText(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), "");
    }

    /** The message with {@code signature}, which is armoured. */
    byte[] withSignature(String signature) {
        StringBuilder out = new StringBuilder(BEGIN).append("\nHash: SHA512\n\n");
        for (String line : text.split("\n", -1)) {
            out.append(line.startsWith("-") ? "- " : "").append(line).append('\n');
        }
        return out.append(signature.stripTrailing()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
