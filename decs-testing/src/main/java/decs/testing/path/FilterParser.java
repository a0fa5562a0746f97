package decs.testing.path;

import decs.template.sprig.GoRegex;
import decs.testing.path.Condition.Relation;
import decs.testing.path.Condition.Term;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the condition between {@code [?(} and {@code )]}: or over and over not over comparisons. */
final class FilterParser {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    /** Longer signs first. */
    private static final Map<String, Relation> RELATIONS = relations();

    private final String text;
    private int at;

    FilterParser(String text, int at) {
        this.text = text;
        this.at = at;
    }

    private static Map<String, Relation> relations() {
        Map<String, Relation> relations = new LinkedHashMap<>();
        relations.put("==", Relation.EQUAL);
        relations.put("!=", Relation.NOT_EQUAL);
        relations.put(">=", Relation.GREATER_OR_EQUAL);
        relations.put("<=", Relation.LESS_OR_EQUAL);
        relations.put(">", Relation.GREATER);
        relations.put("<", Relation.LESS);
        return relations;
    }

    int offset() {
        return at;
    }

    Condition condition() {
        Condition left = conjunction();
        while (take("||")) {
            left = new Condition.Or(left, conjunction());
        }
        return left;
    }

    private Condition conjunction() {
        Condition left = basic();
        while (take("&&")) {
            left = new Condition.And(left, basic());
        }
        return left;
    }

    private Condition basic() {
        if (take("(")) {
            Condition inner = condition();
            if (!take(")")) {
                throw new PathException(text, at, "missing )");
            }
            return inner;
        }
        if (take("!")) {
            return new Condition.Not(basic());
        }
        Term left = term();
        if (take("=~")) {
            return new Condition.Matches(left, regex());
        }
        for (Map.Entry<String, Relation> relation : RELATIONS.entrySet()) {
            if (take(relation.getKey())) {
                return new Condition.Compared(left, relation.getValue(), term());
            }
        }
        if (left instanceof Term.Literal) {
            throw new PathException(text, at, "missing comparison");
        }
        return new Condition.Exists(left);
    }

    private Term term() {
        if (take("@")) {
            return path(false);
        }
        if (take("$")) {
            return path(true);
        }
        return new Term.Literal(literal());
    }

    private Term path(boolean fromRoot) {
        PathParser path = PathParser.within(text, at);
        Term term = new Term.PathTerm(fromRoot, path.subpath());
        at = path.offset();
        return term;
    }

    private Object literal() {
        if (take("true")) {
            return true;
        }
        if (take("false")) {
            return false;
        }
        if (take("null")) {
            return null;
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            return number.group(1) == null && number.group(2) == null
                    ? (Object) Long.valueOf(number.group())
                    : Double.valueOf(number.group());
        }
        PathParser quoted = PathParser.within(text, at);
        String value = quoted.quoted();
        at = quoted.offset();
        return value;
    }

    private GoRegex regex() {
        if (!take("/")) {
            throw new PathException(text, at, "regular expression does not start with /");
        }
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '/') {
            if (text.startsWith("\\/", at)) {
                at++;
            }
            out.append(text.charAt(at++));
        }
        if (!take("/")) {
            throw new PathException(text, at, "unmatched regular expression delimiter");
        }
        return GoRegex.compile(out.toString());
    }

    private boolean take(String wanted) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }
}
