package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.parse.KnownFunctions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The functions of the template language itself; a table given by the caller may replace them. {@code and}, {@code or},
 * {@code not}, {@code len}, {@code call} and the comparisons are compiled to nodes of their own.
 */
final class Builtins {
    private static final FunctionTable TABLE = FunctionTable.builder()
            .variadic("and", GoKind.REFLECT, GoKind.REFLECT, Builtins::compiled)
            .variadic("or", GoKind.REFLECT, GoKind.REFLECT, Builtins::compiled)
            .of("not", GoKind.REFLECT, value -> !Truth.of(value))
            .variadic("call", GoKind.REFLECT, GoKind.REFLECT, Builtins::compiled)
            .of("len", GoKind.REFLECT, value -> Indexing.length(value, false))
            .variadic("index", GoKind.REFLECT, GoKind.REFLECT, Indexing::index)
            .variadic("slice", GoKind.REFLECT, GoKind.REFLECT, Indexing::slice)
            .variadic("eq", GoKind.REFLECT, GoKind.REFLECT, Comparison::equalAny)
            .of("ne", GoKind.REFLECT, GoKind.REFLECT, (a, b) -> !Comparison.equal(a, b))
            .of("lt", GoKind.REFLECT, GoKind.REFLECT, Comparison::less)
            .of("le", GoKind.REFLECT, GoKind.REFLECT, Comparison::lessOrEqual)
            .of("gt", GoKind.REFLECT, GoKind.REFLECT, (a, b) -> !Comparison.lessOrEqual(a, b))
            .of("ge", GoKind.REFLECT, GoKind.REFLECT, (a, b) -> !Comparison.less(a, b))
            .variadic("html", GoKind.ANY, Escapes::html)
            .variadic("js", GoKind.ANY, Escapes::js)
            .variadic("urlquery", GoKind.ANY, Escapes::query)
            .variadic("print", GoKind.ANY, GoFormat::sprint)
            .variadic("println", GoKind.ANY, GoFormat::sprintln)
            .variadic("printf", List.of(GoKind.STRING, GoKind.ANY), Builtins::printf)
            .build();

    private Builtins() {}

    /** The function that a template means by {@code name}; null where there is none. */
    static TemplateFunction find(FunctionTable table, String name) {
        TemplateFunction function = table.find(name);
        return function == null ? TABLE.find(name) : function;
    }

    /** The names that templates may use with {@code table}. */
    static KnownFunctions known(FunctionTable table) {
        return new KnownFunctions() {
            @Override
            public boolean contains(String name) {
                return find(table, name) != null;
            }

            @Override
            public Collection<String> names() {
                return TABLE.plus(table).names();
            }
        };
    }

    /** Whether {@code function} is the language's own of that name. */
    static boolean isOwn(TemplateFunction function) {
        return function.equals(TABLE.find(function.name()));
    }

    private static Object printf(Object[] args) {
        return GoFormat.sprintf((String) args[0], Arrays.copyOfRange(args, 1, args.length));
    }

    private static Object compiled(Object[] args) {
        throw new FunctionException("compiled to a node of its own");
    }
}
