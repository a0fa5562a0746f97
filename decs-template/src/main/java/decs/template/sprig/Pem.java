package decs.template.sprig;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A block of PEM text. */
record Pem(String type, byte[] bytes) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /** The first block in the text. Mirrors: pem.Decode. */
    static Optional<Pem> read(String text) {
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin + 1)) {
            int lineEnd = text.indexOf('\n', begin);
            boolean startsLine = begin == 0 || text.charAt(begin - 1) == '\n';
            if (!startsLine || lineEnd < 0) {
                continue;
            }
            String line = text.substring(begin + BEGIN.length(), lineEnd).stripTrailing();
            if (line.endsWith(DASHES)) {
                String type = line.substring(0, line.length() - DASHES.length());
                int end = text.indexOf(END + type + DASHES, lineEnd);
                Optional<byte[]> body = end < 0 ? Optional.empty() : body(text.substring(lineEnd + 1, end));
                if (body.isPresent()) {
                    return Optional.of(new Pem(type, body.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The bytes of a block; lines with a colon are headers. */
    private static Optional<byte[]> body(String lines) {
        StringBuilder base64 = new StringBuilder();
        lines.lines().filter(line -> line.indexOf(':') < 0).forEach(line -> base64.append(line.strip()));
        try {
            return Optional.of(Base64.getDecoder().decode(base64.toString()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Mirrors: pem.Encode. */
    String text() {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return BEGIN + type + DASHES + "\n" + body + "\n" + END + type + DASHES + "\n";
    }
}
