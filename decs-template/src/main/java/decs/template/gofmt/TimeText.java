package decs.template.gofmt;

/** How the messages of Go's {@code time} quote a text: bytes beyond printable ASCII as {@code \xNN}. */
final class TimeText {
    private TimeText() {}

    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (byte b : GoString.bytes(text)) {
            int c = b & 0xFF;
            if (c >= 0x80 || c < ' ') {
                out.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                if (c == '"' || c == '\\') {
                    out.append('\\');
                }
                out.append((char) c);
            }
        }
        return out.append('"').toString();
    }
}
