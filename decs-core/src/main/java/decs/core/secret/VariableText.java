package decs.core.secret;

import decs.template.source.DecsException;
import java.util.Map;

/**
 * A text with environment variables in a shell's notation: {@code $NAME}, {@code ${NAME}}, {@code ${NAME-text}}, {@code
 * ${NAME:-text}}, the same with {@code =}, {@code ${NAME+text}}, {@code ${NAME:+text}}; {@code $$} is a dollar sign.
 *
 * <p>Mirrors: a8m/envsubst parse
 */
final class VariableText {
    private final String text;
    private final Map<String, String> environment;
    private int at;

    VariableText(String text, Map<String, String> environment) {
        this.text = text;
        this.environment = environment;
    }

    String expanded() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '$' || at == text.length()) {
                out.append(c);
            } else if (text.charAt(at) == '$') {
                out.append('$');
                at++;
            } else if (text.charAt(at) == '{') {
                at++;
                out.append(braced());
            } else if (isNamePart(text.charAt(at))) {
                out.append(environment.getOrDefault(name(), ""));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String braced() {
        String name = name();
        String value = environment.get(name);
        boolean colon = at < text.length() && text.charAt(at) == ':';
        if (colon) {
            at++;
        }
        if (at == text.length() || name.isEmpty()) {
            throw unclosed();
        }
        char operator = text.charAt(at);
        int close = close();
        String word = operator == '}' ? "" : text.substring(at + 1, close);
        at = close + 1;
        boolean given = value != null && !(colon && value.isEmpty());
        return switch (operator) {
            case '-', '=' -> given ? value : inner(word);
            case '+' -> given ? inner(word) : "";
            default -> value == null ? "" : value;
        };
    }

    private int close() {
        int depth = 1;
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) == '{' && text.charAt(i - 1) == '$') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw unclosed();
    }

    private String inner(String word) {
        return new VariableText(word, environment).expanded();
    }

    private static DecsException unclosed() {
        return new DecsException("closing brace expected");
    }

    private static boolean isNamePart(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
