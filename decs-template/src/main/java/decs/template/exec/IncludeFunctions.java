package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.parse.ParseException;
import java.util.List;

/**
 * {@code include} and {@code tpl}. Helm's {@code tpl} removes every {@code <no value>} from the result; helmfile's does
 * not.
 */
public final class IncludeFunctions {
    /** The name that Helm gives to the set of templates and to texts run by {@code tpl}. */
    public static final String DEFAULT_ROOT = "gotpl";

    private static final String NO_VALUE = "<no value>";

    private IncludeFunctions() {}

    /** What {@code tpl} does with the marks of missing values. */
    public enum NoValue {
        REMOVED,
        KEPT
    }

    /** The functions as Helm has them. */
    public static FunctionTable helm() {
        return table(DEFAULT_ROOT, NoValue.REMOVED);
    }

    /** The functions for a set whose root template is called {@code root}. */
    public static FunctionTable table(String root, NoValue noValue) {
        return FunctionTable.builder()
                .calling("include", List.of(GoKind.STRING, GoKind.ANY), new Include(root))
                .calling("tpl", List.of(GoKind.STRING, GoKind.ANY), new Tpl(root, noValue))
                .build();
    }

    /** {@code include}: the compiler knows it and spares the argument array. */
    record Include(String root) implements TemplateFunction.BodyWithCall {
        @Override
        public Object call(FunctionCall call, Object[] args) {
            return Includes.include(((RunningCall) call).frame(), (String) args[0], args[1], root);
        }
    }

    /** {@code tpl}. */
    record Tpl(String root, NoValue noValue) implements TemplateFunction.BodyWithCall {
        @Override
        public Object call(FunctionCall call, Object[] args) {
            String text = (String) args[0];
            try {
                String result = Includes.run(((RunningCall) call).frame(), text, args[1], root);
                return noValue == NoValue.REMOVED && result.contains(NO_VALUE) ? result.replace(NO_VALUE, "") : result;
            } catch (ParseException bad) {
                throw new FunctionException(
                        "cannot parse template " + GoFormat.quote(text) + ": " + bad.getMessage(), bad);
            } catch (ExecutionFailure failed) {
                throw new FunctionException("error during tpl function execution for " + GoFormat.quote(text), failed);
            }
        }
    }
}
