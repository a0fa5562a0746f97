package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.BOOL;

import decs.template.language.FunctionTable;
import java.util.List;

/** Sprig's defaults: what to take when something is not given or empty. */
final class DefaultFunctions {
    private DefaultFunctions() {}

    static FunctionTable table() {
        return FunctionTable.builder()
                .variadic("default", List.of(ANY, ANY), DefaultFunctions::orElse)
                .of("empty", ANY, Emptiness::of)
                .variadic("coalesce", ANY, DefaultFunctions::firstGiven)
                .variadic("all", ANY, DefaultFunctions::all)
                .variadic("any", ANY, DefaultFunctions::any)
                .of("ternary", ANY, ANY, BOOL, (yes, no, condition) -> (Boolean) condition ? yes : no)
                .build();
    }

    private static Object orElse(Object[] args) {
        return args.length == 1 || Emptiness.of(args[1]) ? args[0] : args[1];
    }

    private static Object firstGiven(Object[] args) {
        for (Object arg : args) {
            if (!Emptiness.of(arg)) {
                return arg;
            }
        }
        return null;
    }

    private static Object all(Object[] args) {
        for (Object arg : args) {
            if (Emptiness.of(arg)) {
                return false;
            }
        }
        return true;
    }

    private static Object any(Object[] args) {
        for (Object arg : args) {
            if (!Emptiness.of(arg)) {
                return true;
            }
        }
        return false;
    }
}
