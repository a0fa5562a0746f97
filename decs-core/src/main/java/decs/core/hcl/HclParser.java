package decs.core.hcl;

import decs.core.hcl.HclNode.Binding;
import decs.core.hcl.HclNode.Entry;
import decs.template.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a file of HCL. Mirrors: hclsyntax.ParseConfig, as far as values files need it. */
final class HclParser {
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));
    private static final String EXPECTED =
            "Invalid expression; Expected the start of an expression, but found an invalid expression token.";

    private final HclText text;

    HclParser(Source source) {
        this(new HclText(source));
    }

    HclParser(HclText text) {
        this.text = text;
    }

    HclBody file() {
        HclBody body = body();
        if (!text.over()) {
            throw text.wrong(
                    text.at(),
                    "Argument or block definition required; An argument or block definition is" + " required here.");
        }
        return body;
    }

    private HclBody body() {
        List<HclBody.Attribute> attributes = new ArrayList<>();
        List<HclBody.Block> blocks = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (text.skipLines(); HclText.begins(text.peek()); text.skipLines()) {
            int at = text.at();
            String name = text.name();
            text.skip();
            if (text.takes("=")) {
                if (places.putIfAbsent(name, at) != null) {
                    throw text.wrong(
                            at,
                            "Attribute redefined; The argument \"" + name + "\" was already set at "
                                    + text.source().at(places.get(name)) + ". Each argument may be set only once.");
                }
                attributes.add(new HclBody.Attribute(at, name, expression()));
                text.skip();
                if (!text.over() && text.peek() != '\n' && text.peek() != '}') {
                    throw text.wrong(
                            text.at(),
                            "Missing newline after argument; An argument definition must end with a" + " newline.");
                }
            } else {
                text.expect(
                        "{",
                        "Invalid block definition; A block definition must have block content delimited by"
                                + " \"{\" and \"}\", starting on the same line as the block header.");
                blocks.add(new HclBody.Block(at, name, body()));
                text.expect(
                        "}",
                        "Argument or block definition required; An argument or block definition is required"
                                + " here.");
            }
        }
        return new HclBody(attributes, blocks);
    }

    HclNode expression() {
        HclNode test = binary(0);
        text.skip();
        int at = text.at();
        if (!text.takes("?")) {
            return test;
        }
        HclNode yes = expression();
        text.expect(
                ":",
                "Missing false expression in conditional; The conditional operator (...?...:...) requires a"
                        + " false expression, delimited by a colon.");
        return new HclNode.Conditional(at, test, yes, expression());
    }

    private HclNode binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        HclNode left = binary(level + 1);
        while (true) {
            text.skip();
            int at = text.at();
            Optional<String> operator =
                    LEVELS.get(level).stream().filter(text::takes).findFirst();
            if (operator.isEmpty()) {
                return left;
            }
            left = new HclNode.Binary(at, operator.get(), left, binary(level + 1));
        }
    }

    private HclNode unary() {
        text.skip();
        int at = text.at();
        if (text.takes("-")) {
            return new HclNode.Unary(at, '-', unary());
        }
        return text.takes("!") ? new HclNode.Unary(at, '!', unary()) : traversal(primary());
    }

    private HclNode traversal(HclNode start) {
        HclNode node = start;
        while (true) {
            int at = text.at();
            if (text.takes("[*]") || text.takes(".*")) {
                return new HclNode.Splat(at, node, traversal(new HclNode.Element(at)));
            }
            if (text.peek() == '.' && !text.sees("...")) {
                text.next();
                String name = Character.isDigit(text.peek()) ? text.digits() : text.name();
                if (name.isEmpty()) {
                    throw text.wrong(text.at(), "Invalid attribute name; An attribute name is required after a dot.");
                }
                node = Character.isDigit(name.charAt(0))
                        ? new HclNode.Index(at, node, new HclNode.Literal(at, Double.valueOf(name)))
                        : new HclNode.Attribute(at, node, name);
            } else if (text.takes("[")) {
                node = new HclNode.Index(at, node, inBrackets("]"));
            } else {
                return node;
            }
        }
    }

    private HclNode inBrackets(String close) {
        text.enter();
        HclNode node = expression();
        text.expect(close, "Missing close bracket; The closing \"" + close + "\" is missing.");
        text.leave();
        return node;
    }

    private HclNode primary() {
        int at = text.at();
        char c = text.peek();
        if (Character.isDigit(c)) {
            return new HclNode.Literal(at, Double.valueOf(text.digits()));
        }
        if (text.takes("\"")) {
            return new HclTemplates(text).quoted(at);
        }
        if (text.takes("<<")) {
            return new HclTemplates(text).heredoc(at);
        }
        if (text.takes("(")) {
            return inBrackets(")");
        }
        if (text.takes("[")) {
            return list(at);
        }
        if (text.takes("{")) {
            return object(at);
        }
        String name = text.name();
        return switch (name) {
            case "" -> throw text.wrong(at, EXPECTED);
            case "true" -> new HclNode.Literal(at, true);
            case "false" -> new HclNode.Literal(at, false);
            case "null" -> new HclNode.Literal(at, null);
            default -> text.takes("(") ? call(at, name) : new HclNode.Name(at, name);
        };
    }

    private HclNode call(int at, String name) {
        text.enter();
        List<HclNode> arguments = new ArrayList<>();
        boolean spread = false;
        for (text.skip(); !text.takes(")"); text.skip()) {
            arguments.add(expression());
            text.skip();
            spread = text.takes("...");
            text.skip();
            if (!text.takes(",") && !text.sees(")")) {
                throw text.wrong(
                        text.at(),
                        "Missing argument separator; A comma is required to separate each function"
                                + " argument from the next.");
            }
        }
        text.leave();
        return new HclNode.Call(at, name, arguments, spread);
    }

    private HclNode list(int at) {
        text.enter();
        text.skip();
        if (text.seesWord("for")) {
            return loop(at, "]");
        }
        List<HclNode> items = new ArrayList<>();
        for (text.skip(); !text.takes("]"); text.skip()) {
            items.add(expression());
            text.skip();
            if (!text.takes(",") && !text.sees("]")) {
                throw text.wrong(
                        text.at(),
                        "Missing item separator; Expected a comma to mark the beginning of the next" + " item.");
            }
        }
        text.leave();
        return new HclNode.Items(at, items);
    }

    private HclNode object(int at) {
        text.skipLines();
        if (text.seesWord("for")) {
            text.enter();
            return loop(at, "}");
        }
        int open = text.outside();
        List<Entry> entries = new ArrayList<>();
        for (text.skipLines(); !text.takes("}"); text.skipLines()) {
            HclNode key = key();
            text.skip();
            if (!text.takes("=") && !text.takes(":")) {
                throw text.wrong(
                        text.at(),
                        "Missing attribute value; Expected an attribute value, introduced by an"
                                + " equals sign (\"=\").");
            }
            entries.add(new Entry(key, expression()));
            text.skip();
            if (!text.takes(",") && text.peek() != '\n' && text.peek() != '}') {
                throw text.wrong(
                        text.at(),
                        "Missing attribute separator; Expected a newline or comma to mark the"
                                + " beginning of the next attribute.");
            }
        }
        text.back(open);
        return new HclNode.Entries(at, entries);
    }

    /** A bare word is the key itself. */
    private HclNode key() {
        int at = text.at();
        HclNode key = expression();
        return key instanceof HclNode.Name name ? new HclNode.Literal(at, name.name()) : key;
    }

    private HclNode loop(int at, String close) {
        Binding binding = binding();
        HclNode of = expression();
        text.expect(":", "Invalid 'for' expression; For expression requires a colon after the collection expression.");
        HclNode first = expression();
        text.skip();
        Optional<HclNode> key = text.takes("=>") ? Optional.of(first) : Optional.empty();
        HclNode value = key.isPresent() ? expression() : first;
        text.skip();
        boolean grouped = text.takes("...");
        text.skip();
        Optional<HclNode> condition = Optional.empty();
        if (text.seesWord("if")) {
            text.takes("if");
            condition = Optional.of(expression());
        }
        text.expect(close, "Invalid 'for' expression; Extra characters after the end of the 'for' expression.");
        text.leave();
        return new HclNode.Loop(at, binding, of, key, value, grouped, condition);
    }

    /** {@code for k, v in}. */
    Binding binding() {
        text.takes("for");
        text.skip();
        String first = text.name();
        text.skip();
        Binding binding = new Binding(Optional.empty(), first);
        if (text.takes(",")) {
            text.skip();
            binding = new Binding(Optional.of(first), text.name());
        }
        text.expect(
                "in",
                "Invalid 'for' expression; For expression requires the 'in' keyword after its name" + " declarations.");
        return binding;
    }
}
