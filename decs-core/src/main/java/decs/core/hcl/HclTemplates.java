package decs.core.hcl;

import decs.core.hcl.HclNode.Literal;
import decs.template.source.Source;
import java.util.ArrayList;
import java.util.List;

/** Reads text with <code>${…}</code> and <code>%{…}</code> in it: quoted, or of many lines. */
final class HclTemplates {
    private final HclText text;
    private final HclParser parser;
    private boolean trimsNext;

    HclTemplates(HclText text) {
        this.text = text;
        this.parser = new HclParser(text);
    }

    /** The rest of a quoted text whose opening mark was passed. */
    HclNode quoted(int at) {
        int open = text.outside();
        HclNode node = template(at, true);
        if (!text.takes("\"")) {
            throw text.wrong(text.at(), "Unterminated template string; No closing marker was found for the string.");
        }
        text.back(open);
        return node;
    }

    /** The rest of {@code <<WORD} or {@code <<-WORD}, up to a line that is just the word. */
    HclNode heredoc(int at) {
        boolean indented = text.takes("-");
        String word = text.line().strip();
        List<String> lines = new ArrayList<>();
        while (true) {
            if (text.over()) {
                throw text.wrong(at, "Unterminated template string; No closing marker was found for the string.");
            }
            int back = text.at();
            String line = text.line();
            if (line.strip().equals(word)) {
                text.rewind(back + line.length());
                break;
            }
            lines.add(line);
        }
        int margin = indented ? margin(lines) : 0;
        StringBuilder all = new StringBuilder();
        lines.forEach(line ->
                all.append(line.substring(Math.min(margin, line.length()))).append('\n'));
        HclText inner = new HclText(Source.of(text.source().at(at).toString(), all.toString()));
        return new HclTemplates(inner).template(0, false);
    }

    private static int margin(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
    }

    private HclNode template(int at, boolean quoted) {
        List<HclNode> parts = parts(quoted);
        if (text.sees("%{")) {
            throw text.wrong(text.at(), "Unexpected directive; No directive that it belongs to is open here.");
        }
        return new HclNode.Template(at, parts);
    }

    /** The parts up to the end of the text or a directive that ends or divides one. */
    private List<HclNode> parts(boolean quoted) {
        List<HclNode> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = text.at();
        while (!text.over() && !(quoted && text.peek() == '"')) {
            if (text.takes("$${")) {
                literal.append("${");
            } else if (text.takes("%%{")) {
                literal.append("%{");
            } else if (text.sees("${") || text.sees("%{")) {
                int start = text.at();
                boolean directive = text.peek() == '%';
                boolean trims = text.sees(directive ? "%{~" : "${~");
                flush(parts, trims ? literal.toString().stripTrailing() : literal.toString(), at);
                literal.setLength(0);
                if (directive && endsOrDivides()) {
                    return parts;
                }
                text.takes(directive ? "%{" : "${");
                text.takes("~");
                parts.add(directive ? directive(start, quoted) : interpolation());
                at = text.at();
            } else {
                character(literal, quoted);
            }
        }
        flush(parts, literal.toString(), at);
        return parts;
    }

    private void flush(List<HclNode> parts, String literal, int at) {
        String kept = trimsNext ? literal.stripLeading() : literal;
        trimsNext = trimsNext && kept.isEmpty() && literal.isEmpty();
        if (!kept.isEmpty()) {
            parts.add(new Literal(at, kept));
        }
    }

    private boolean endsOrDivides() {
        int back = text.at();
        text.takes("%{");
        text.takes("~");
        text.skipLines();
        boolean ends = text.seesWord("else") || text.seesWord("endif") || text.seesWord("endfor");
        text.rewind(back);
        return ends;
    }

    private HclNode interpolation() {
        text.enter();
        HclNode node = parser.expression();
        close();
        return node;
    }

    private void close() {
        text.skipLines();
        trimsNext = text.takes("~");
        text.expect(
                "}",
                "Extra characters after interpolation expression; Expected a closing brace to end the"
                        + " interpolation expression.");
        text.leave();
    }

    private HclNode directive(int at, boolean quoted) {
        text.enter();
        text.skipLines();
        if (text.seesWord("for")) {
            HclNode.Binding binding = parser.binding();
            HclNode of = parser.expression();
            close();
            HclNode body = new HclNode.Template(at, parts(quoted));
            end("endfor");
            return new HclNode.Repeat(at, binding, of, body);
        }
        if (!text.takes("if")) {
            throw text.wrong(text.at(), "Invalid template directive; It must be one of if, else, endif, for, endfor.");
        }
        HclNode test = parser.expression();
        close();
        HclNode yes = new HclNode.Template(at, parts(quoted));
        HclNode no = new Literal(at, "");
        if (divides()) {
            no = new HclNode.Template(at, parts(quoted));
        }
        end("endif");
        return new HclNode.Conditional(at, test, yes, no);
    }

    private boolean divides() {
        int back = text.at();
        text.takes("%{");
        text.takes("~");
        text.enter();
        text.skipLines();
        if (!text.takes("else")) {
            text.leave();
            text.rewind(back);
            return false;
        }
        close();
        return true;
    }

    private void end(String word) {
        text.takes("%{");
        text.takes("~");
        text.enter();
        text.skipLines();
        if (!text.takes(word)) {
            throw text.wrong(text.at(), "Unexpected end of template; An " + word + " directive is missing.");
        }
        close();
    }

    private void character(StringBuilder literal, boolean quoted) {
        int at = text.at();
        char c = text.next();
        if (!quoted || (c != '\\' && c != '\n')) {
            literal.append(c);
            return;
        }
        if (c == '\n') {
            throw text.wrong(at, "Invalid multi-line string; Quoted strings may not be split over multiple lines.");
        }
        char escape = text.over() ? ' ' : text.next();
        switch (escape) {
            case 'n' -> literal.append('\n');
            case 'r' -> literal.append('\r');
            case 't' -> literal.append('\t');
            case '"', '\\' -> literal.append(escape);
            case 'u' -> literal.appendCodePoint(code(at, 4));
            case 'U' -> literal.appendCodePoint(code(at, 8));
            default ->
                throw text.wrong(
                        at,
                        "Invalid escape sequence; The symbol \"" + escape
                                + "\" is not a valid escape sequence selector.");
        }
    }

    private int code(int at, int digits) {
        StringBuilder code = new StringBuilder();
        while (code.length() < digits && Character.digit(text.peek(), 16) >= 0) {
            code.append(text.next());
        }
        int point = code.length() == digits ? Integer.parseUnsignedInt(code.toString(), 16) : -1;
        if (!Character.isValidCodePoint(point)) {
            throw text.wrong(at, "Invalid escape sequence; The \\u escape sequence must be followed by hex digits.");
        }
        return point;
    }
}
