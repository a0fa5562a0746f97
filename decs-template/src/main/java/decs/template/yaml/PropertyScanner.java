package decs.template.yaml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Anchors, aliases, tags and directives. */
final class PropertyScanner {
    private final CharInput in;
    private int startLine;

    PropertyScanner(CharInput in) {
        this.in = in;
    }

    void anchor(TokenQueue tokens, Token kind) {
        int line = in.line;
        int offset = in.pos;
        in.pos++;
        String name = word();
        char next = in.current();
        if (name.isEmpty() || !(CharInput.isBlankOrBreakOrEnd(next) || "?:,]}%@`".indexOf(next) >= 0)) {
            throw in.error(line, "did not find expected alphabetic or numeric character");
        }
        tokens.add(kind, line, offset, name, null);
    }

    private String word() {
        int from = in.pos;
        while (CharInput.isWord(in.current())) {
            in.pos++;
        }
        return new String(in.text, from, in.pos - from);
    }

    void tag(TokenQueue tokens) {
        startLine = in.line;
        int offset = in.pos;
        String handle;
        String suffix;
        if (in.ahead(1) == '<') {
            in.pos += 2;
            handle = "";
            suffix = uri("");
            if (in.current() != '>') {
                throw in.error(startLine, "did not find the expected '>'");
            }
            in.pos++;
        } else {
            handle = handle(false);
            if (handle.length() > 1 && handle.endsWith("!")) {
                suffix = uri("");
            } else {
                suffix = uri(handle);
                handle = "!";
                if (suffix.isEmpty()) {
                    handle = "";
                    suffix = "!";
                }
            }
        }
        if (!CharInput.isBlankOrBreakOrEnd(in.current())) {
            throw in.error(startLine, "did not find expected whitespace or line break");
        }
        tokens.add(Token.TAG, startLine, offset, handle, suffix);
    }

    private String handle(boolean ofDirective) {
        if (in.current() != '!') {
            throw in.error(startLine, "did not find expected '!'");
        }
        in.pos++;
        StringBuilder handle = new StringBuilder("!").append(word());
        if (in.current() == '!') {
            handle.append('!');
            in.pos++;
        } else if (ofDirective && handle.length() > 1) {
            throw in.error(startLine, "did not find expected '!'");
        }
        return handle.toString();
    }

    /** The URI at this place, behind what of {@code head} comes after its first character. */
    private String uri(String head) {
        boolean any = !head.isEmpty();
        StringBuilder uri = new StringBuilder(head.length() > 1 ? head.substring(1) : "");
        while (CharInput.isWord(in.current()) || ";/?:@&=+$,.!~*'()[]%".indexOf(in.current()) >= 0) {
            if (in.current() == 0) {
                break;
            }
            if (in.current() == '%') {
                uri.append(escapes());
            } else {
                uri.append(in.current());
                in.pos++;
            }
            any = true;
        }
        if (!any) {
            throw in.error(startLine, "did not find expected tag URI");
        }
        return uri.toString();
    }

    /** One character written as {@code %XX} octets of its UTF-8 form. */
    private String escapes() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(4);
        int width = 0;
        do {
            int high = in.current() == '%' ? Character.digit(in.ahead(1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in.ahead(2), 16);
            if (low < 0) {
                throw in.error(startLine, "did not find URI escaped octet");
            }
            int octet = high * 16 + low;
            if (width == 0) {
                width = octet < 0x80
                        ? 1
                        : (octet & 0xE0) == 0xC0 ? 2 : (octet & 0xF0) == 0xE0 ? 3 : (octet & 0xF8) == 0xF0 ? 4 : 0;
                if (width == 0) {
                    throw in.error(startLine, "found an incorrect leading UTF-8 octet");
                }
            } else if ((octet & 0xC0) != 0x80) {
                throw in.error(startLine, "found an incorrect trailing UTF-8 octet");
            }
            octets.write(octet);
            in.pos += 3;
        } while (octets.size() < width);
        return octets.toString(StandardCharsets.UTF_8);
    }

    void directive(TokenQueue tokens) {
        startLine = in.line;
        int offset = in.pos;
        in.pos++;
        String name = word();
        if (name.isEmpty()) {
            throw in.error(startLine, "could not find expected directive name");
        }
        if (!CharInput.isBlankOrBreakOrEnd(in.current())) {
            throw in.error(startLine, "found unexpected non-alphabetical character");
        }
        in.skipBlanks();
        switch (name) {
            case "YAML" -> tokens.add(Token.VERSION_DIRECTIVE, startLine, offset, version(), null);
            case "TAG" -> {
                String handle = handle(true);
                expectBlank("did not find expected whitespace");
                in.skipBlanks();
                String prefix = uri("");
                if (!CharInput.isBlankOrBreakOrEnd(in.current())) {
                    throw in.error(startLine, "did not find expected whitespace or line break");
                }
                tokens.add(Token.TAG_DIRECTIVE, startLine, offset, handle, prefix);
            }
            default -> throw in.error(startLine, "found unknown directive name");
        }
        in.skipBlanks();
        if (in.current() == '#') {
            in.skipToBreak();
        }
        if (!CharInput.isBreakOrEnd(in.current())) {
            throw in.error(startLine, "did not find expected comment or line break");
        }
        if (CharInput.isBreak(in.current())) {
            in.advanceLine();
        }
    }

    private void expectBlank(String problem) {
        if (!CharInput.isBlank(in.current())) {
            throw in.error(startLine, problem);
        }
    }

    private String version() {
        int major = versionNumber();
        if (in.current() != '.') {
            throw in.error(startLine, "did not find expected digit or '.' character");
        }
        in.pos++;
        return major + "." + versionNumber();
    }

    private int versionNumber() {
        int from = in.pos;
        int number = 0;
        while (in.current() >= '0' && in.current() <= '9') {
            if (in.pos - from == 2) {
                throw in.error(startLine, "found extremely long version number");
            }
            number = number * 10 + in.current() - '0';
            in.pos++;
        }
        if (in.pos == from) {
            throw in.error(startLine, "did not find expected version number");
        }
        return number;
    }
}
