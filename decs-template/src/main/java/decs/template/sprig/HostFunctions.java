package decs.template.sprig;

import static decs.template.language.GoKind.STRING;

import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import java.util.List;
import java.util.Map;

/** Sprig's functions of the machine, all through the host: environment variables and name look-ups; and {@code fail}. */
final class HostFunctions {
    private static final FunctionTable TABLE = FunctionTable.builder()
            .calling("env", List.of(STRING), (call, args) -> variable(call, (String) args[0]))
            .calling("expandenv", List.of(STRING), HostFunctions::expand)
            .calling("getHostByName", List.of(STRING), (call, args) -> call.host()
                    .resolve()
                    .apply((String) args[0]))
            .of("fail", STRING, message -> {
                throw new FunctionException((String) message);
            })
            .build();

    private HostFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    private static String variable(FunctionCall call, String name) {
        Map<String, String> environment = call.host().environment();
        return environment.getOrDefault(name, "");
    }

    /** Mirrors: os.ExpandEnv. */
    private static Object expand(FunctionCall call, Object[] args) {
        String text = (String) args[0];
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '$' || at == text.length()) {
                out.append(c);
                continue;
            }
            int end = endOfName(text, at);
            boolean brace = text.charAt(at) == '{';
            String name = brace ? braced(text, at, end) : text.substring(at, end);
            if (end == at) {
                out.append('$');
            } else if (!name.isEmpty()) {
                out.append(variable(call, name));
                Budget.text(call, out.length());
            }
            at = end;
        }
        return out.toString();
    }

    private static String braced(String text, int at, int end) {
        return end - at > 2 ? text.substring(at + 1, end - 1) : "";
    }

    private static int endOfName(String text, int at) {
        char first = text.charAt(at);
        if (first == '{') {
            int close = text.indexOf('}', at);
            return close < 0 ? at + 1 : close + 1;
        }
        if ("*#$@!?-0123456789".indexOf(first) >= 0) {
            return at + 1;
        }
        int end = at;
        while (end < text.length() && isNameChar(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNameChar(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
