package decs.template.parse;

import decs.template.gofmt.GoFormat;
import decs.template.source.Source;
import decs.template.source.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads template text. One parser reads one text; each definition in it has a {@link DefinitionParser} of its own,
 * and all share the lexer. Mirrors: text/template/parse Tree.Parse.
 */
public final class TemplateParser {
    private static final int SHALLOW = 150;
    private static final int DEEP = 10_000;

    private final Source source;
    private final KnownFunctions knownFunctions;
    private final int maxNesting;
    private final Lexer lexer;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Set<String> functions = new HashSet<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private int nesting;

    private TemplateParser(Source source, KnownFunctions knownFunctions, boolean hyphenatedFields, int maxNesting) {
        this.source = source;
        this.knownFunctions = knownFunctions;
        this.maxNesting = maxNesting;
        Dialect dialect =
                new Dialect(hyphenatedFields, knownFunctions.contains("break"), knownFunctions.contains("continue"));
        this.lexer = new Lexer(source.text(), dialect);
    }

    /**
     * Parses a text.
     *
     * @param hyphenatedFields accepts {@code .a-b} as one field
     * @throws ParseException where Go would not accept it
     */
    public static ParsedText parse(Source source, KnownFunctions knownFunctions, boolean hyphenatedFields) {
        try {
            return new TemplateParser(source, knownFunctions, hyphenatedFields, SHALLOW).parse();
        } catch (NestingException deep) {
            return DeepStack.call(() -> new TemplateParser(source, knownFunctions, hyphenatedFields, DEEP).parse());
        }
    }

    private ParsedText parse() {
        DefinitionParser parser = new DefinitionParser(this, lexer);
        List<Statement> body = parser.text();
        Definition main = new Definition("", body, parser.slots(), isBlank(body));
        return new ParsedText(
                main, new ArrayList<>(definitions.values()), functions, lexer.hyphenated(), maxNesting > SHALLOW);
    }

    Lexer lexer() {
        return lexer;
    }

    boolean usesFunction(String name) {
        if (functions.contains(name)) {
            return true;
        }
        return knownFunctions.contains(name) && functions.add(name);
    }

    /** One copy of each field name, so that look-ups meet the same object. */
    String unique(String name) {
        return names.computeIfAbsent(name, same -> same);
    }

    /** Adds a definition unless it is blank and hides one; returns false where Go refuses a second one. */
    boolean add(Definition definition) {
        Definition before = definitions.get(definition.name());
        if (before == null || before.blank()) {
            definitions.put(definition.name(), definition);
            return true;
        }
        return definition.blank();
    }

    void enter(int offset) {
        if (++nesting > maxNesting) {
            if (maxNesting == SHALLOW) {
                throw new NestingException();
            }
            throw error(offset, "nested more than " + DEEP + " levels deep");
        }
    }

    void leave() {
        nesting--;
    }

    ParseException error(int offset, String message) {
        return new ParseException(source.at(offset), message);
    }

    ParseException unknownFunction(int offset, String name) {
        ParseException plain = error(offset, "function " + GoFormat.quote(name) + " not defined");
        int start = source.text().lastIndexOf("{{", offset);
        if (start >= 0 && source.line(start) < source.line(offset)) {
            return plain.withHint("is the {{ on line " + source.line(start) + " closed with }}?");
        }
        return Suggestion.nearest(name, knownFunctions.names())
                .map(near -> plain.withHint("did you mean " + near + "?"))
                .orElse(plain);
    }

    int line(int offset) {
        return source.line(offset);
    }

    String sourceName() {
        return source.name();
    }

    /** Mirrors: text/template/parse IsEmptyTree. */
    static boolean isBlank(List<Statement> body) {
        for (Statement statement : body) {
            if (!(statement instanceof Statement.Text text) || !isBlank(text.text())) {
                return false;
            }
        }
        return true;
    }

    /** Whether all is white space to Go's {@code bytes.TrimSpace}. */
    public static boolean isBlank(String text) {
        return text.chars()
                .allMatch(c -> (c >= '\t' && c <= '\r')
                        || c == ' '
                        || c == 0x85
                        || c == 0xA0
                        || (c > 0xFF && (Character.isWhitespace(c) || Character.isSpaceChar(c))));
    }

    /** The nesting is too deep for the caller's stack. */
    private static final class NestingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NestingException() {
            super("nested deeply", null, false, false);
        }
    }
}
