package decs.template.sprig;

import static decs.template.language.GoKind.INT;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoFormat;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.GoKind;
import java.util.List;

/**
 * Sprig's regular expressions: Go's RE2 syntax in linear time. A bad expression fails each function but {@code
 * regexMatch}, which then matches nothing.
 */
final class RegexFunctions {
    private static final List<GoKind> TWO = List.of(STRING, STRING);
    private static final List<GoKind> COUNTED = List.of(STRING, STRING, INT);
    private static final List<GoKind> THREE = List.of(STRING, STRING, STRING);

    private static final FunctionTable TABLE = FunctionTable.builder()
            .calling("regexMatch", TWO, RegexFunctions::matchOrFalse)
            .calling("mustRegexMatch", TWO, (call, args) -> returned(args).matches(spend(call, args)))
            .calling("regexFind", TWO, (call, args) -> panicking(args).find(spend(call, args)))
            .calling("mustRegexFind", TWO, (call, args) -> returned(args).find(spend(call, args)))
            .calling("regexFindAll", COUNTED, (call, args) -> panicking(args)
                    .findAll(call, spend(call, args), count(args)))
            .calling("mustRegexFindAll", COUNTED, (call, args) -> returned(args)
                    .findAll(call, spend(call, args), count(args)))
            .calling("regexSplit", COUNTED, (call, args) -> panicking(args).split(call, spend(call, args), count(args)))
            .calling("mustRegexSplit", COUNTED, (call, args) -> returned(args)
                    .split(call, spend(call, args), count(args)))
            .calling("regexReplaceAll", THREE, (call, args) -> replace(call, args, panicking(args)))
            .calling("mustRegexReplaceAll", THREE, (call, args) -> replace(call, args, returned(args)))
            .calling("regexReplaceAllLiteral", THREE, (call, args) -> replaceLiteral(call, args, panicking(args)))
            .calling("mustRegexReplaceAllLiteral", THREE, (call, args) -> replaceLiteral(call, args, returned(args)))
            .of("regexQuoteMeta", STRING, text -> GoRegex.quoteMeta((String) text))
            .build();

    /** From so many characters on, an expression's length counts with each character of the text. */
    private static final int LONG_EXPRESSION = 1_000;

    private RegexFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    /** The text to search, counted. */
    private static String spend(FunctionCall call, Object[] args) {
        String text = (String) args[1];
        long expression = ((String) args[0]).length();
        call.spend(16 + 16 * expression + text.length() * (1 + expression / LONG_EXPRESSION));
        return text;
    }

    private static int count(Object[] args) {
        long count = ((Number) args[2]).longValue();
        return count < 0 ? -1 : (int) Math.min(count, Integer.MAX_VALUE);
    }

    /** The expression, for functions that return Go's error. */
    private static GoRegex returned(Object[] args) {
        return GoRegex.compile((String) args[0]);
    }

    /** The expression, for functions that Go lets panic. Mirrors: regexp.MustCompile. */
    private static GoRegex panicking(Object[] args) {
        String expression = (String) args[0];
        try {
            return GoRegex.compile(expression);
        } catch (FunctionException bad) {
            String quoted = GoFormat.canBackquote(expression) ? "`" + expression + "`" : GoFormat.quote(expression);
            throw new FunctionException("regexp: Compile(" + quoted + "): " + bad.getMessage(), bad);
        }
    }

    private static Object matchOrFalse(FunctionCall call, Object[] args) {
        GoRegex regex;
        try {
            regex = returned(args);
        } catch (FunctionException bad) {
            return false;
        }
        return regex.matches(spend(call, args));
    }

    private static Object replace(FunctionCall call, Object[] args, GoRegex regex) {
        String template = (String) args[2];
        return template.indexOf('$') < 0
                ? replaceLiteral(call, args, regex)
                : regex.replace(spend(call, args), (out, match) -> {
                    match.expand(out, template);
                    Budget.text(call, out.length());
                });
    }

    private static Object replaceLiteral(FunctionCall call, Object[] args, GoRegex regex) {
        String by = (String) args[2];
        return regex.replace(spend(call, args), (out, match) -> {
            call.spend(by.length() + 1L);
            out.append(by);
        });
    }
}
