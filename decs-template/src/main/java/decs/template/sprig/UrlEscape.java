package decs.template.sprig;

import decs.template.gofmt.GoFormat;
import decs.template.language.FunctionException;

/** Percent escapes by part of a URL. Mirrors: net/url shouldEscape, escape, unescape. */
enum UrlEscape {
    PATH("$&+,/:;=@"),
    USER("$&+,;="),
    HOST("!$&'()*+,;=:[]<>\""),
    ZONE("!$&'()*+,;=:[]<>\""),
    FRAGMENT("$&+,/:;=?@!()*");

    private static final String HEX = "0123456789ABCDEF";

    /** What may stand unescaped besides letters, digits and {@code -_.~}. */
    private final String plain;

    UrlEscape(String plain) {
        this.plain = plain;
    }

    private boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-_.~".indexOf(c) >= 0
                || plain.indexOf(c) >= 0;
    }

    String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    /** The text as it was written, where that is a valid encoding of it; else encoded afresh. */
    String keepOrEscape(String text, String raw) {
        if (!raw.isEmpty() && isEncoded(raw) && unescape(raw).equals(text)) {
            return raw;
        }
        return this == PATH && text.equals("*") ? "*" : escape(text);
    }

    private boolean isEncoded(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if ("!$&'()*+,;=:@[]%".indexOf(c) < 0 && !isPlain(c)) {
                return false;
            }
        }
        return true;
    }

    /** Fails with {@code invalid URL escape "%z"} or, for hosts, {@code invalid character " " in host name}. */
    String unescape(String text) {
        boolean host = this == HOST || this == ZONE;
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                if (host && c < 0x80 && !isPlain(c)) {
                    throw new FunctionException(
                            "invalid character " + GoFormat.quote(String.valueOf(c)) + " in host name");
                }
                out.append(c);
                continue;
            }
            String escape = text.substring(i, Math.min(i + 3, text.length()));
            int value = value(escape);
            boolean percent = escape.equals("%25");
            boolean barred = (this == HOST && value < 0x80 && !percent)
                    || (this == ZONE && !percent && value != ' ' && !HOST.isPlain((char) value));
            if (value < 0 || barred) {
                throw new FunctionException("invalid URL escape " + GoFormat.quote(GoUrl.text(escape)));
            }
            out.append((char) value);
            i += 2;
        }
        return out.toString();
    }

    private static int value(String escape) {
        if (escape.length() < 3 || !isHex(escape.charAt(1)) || !isHex(escape.charAt(2))) {
            return -1;
        }
        return Integer.parseInt(escape.substring(1), 16);
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
