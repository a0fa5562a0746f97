package decs.template;

import decs.template.exec.IncludeFunctions;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoSlice;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.GoKind;
import decs.template.language.TemplateObject;
import decs.template.language.WideInt;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The data and functions that the recorded templates saw in Go. */
final class TemplateWorld {
    private TemplateWorld() {}

    static ValueMap data() {
        ValueMap data = new ValueMap();
        data.put("s", "str");
        data.put("e", "");
        data.put("f", 3.5);
        data.put("w", 80.0);
        data.put("t", true);
        data.put("fa", false);
        data.put("nul", null);
        data.put("l", items(3.0, "a", null, map("x", 1.0), items(1.0)));
        data.put("m", map("b", 2.0, "a", "A", "c", map("d", items(1.0, 2.0), "n", null), "B", 1.0));
        data.put("el", items());
        data.put("em", map());
        data.put("maps", items(map("x", 1.0), map("x", null), null, "s"));
        data.put("obj", new Thing("nm", map("k", "v")));
        data.put("i", 42);
        data.put("i64", 64L);
        data.put("strs", GoSlice.strings(List.of("x", "y")));
        return data;
    }

    private static List<Object> items(Object... items) {
        return new ArrayList<>(Arrays.asList(items));
    }

    private static ValueMap map(Object... pairs) {
        ValueMap map = new ValueMap();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static FunctionTable functions() {
        return FunctionTable.builder()
                .of("upper", GoKind.STRING, text -> ((String) text).toUpperCase(Locale.ROOT))
                .of("add1", GoKind.INT, number -> WideInt.of(((Number) number).longValue() + 1))
                .of("i64", GoKind.INT64, number -> number)
                .of("f64", GoKind.FLOAT64, number -> number)
                .of("boolf", GoKind.BOOL, truth -> truth)
                .of("mapf", GoKind.MAP, map -> map == null ? 0 : ((Map<?, ?>) map).size())
                .of("listf", GoKind.LIST, list -> list == null ? 0 : ((List<?>) list).size())
                .of("strsf", GoKind.STRINGS, list -> list == null ? 0 : ((List<?>) list).size())
                .variadic("strs", GoKind.STRING, args -> GoSlice.over("string", items(args)))
                .variadic("list", GoKind.ANY, TemplateWorld::items)
                .variadic("dict", GoKind.ANY, TemplateWorld::dict)
                .of("fail", GoKind.STRING, TemplateWorld::fail)
                .of("cat3", GoKind.ANY, GoKind.STRING, GoKind.INT, (a, b, c) -> GoFormat.sprint(new Object[] {a, b, c}))
                .of("id", GoKind.ANY, value -> value)
                .of("num0", () -> 7)
                .of("objf", () -> new Thing("n", map("k", 1)))
                .build()
                .plus(IncludeFunctions.helm());
    }

    private static Object dict(Object[] args) {
        ValueMap map = new ValueMap();
        for (int i = 0; i + 1 < args.length; i += 2) {
            map.put(GoFormat.sprint(new Object[] {args[i]}), args[i + 1]);
        }
        return map;
    }

    private static Object fail(Object message) {
        throw new FunctionException((String) message);
    }

    /** A struct with fields and methods. */
    private record Thing(String name, ValueMap map) implements TemplateObject {
        private static final FunctionTable METHODS = FunctionTable.builder()
                .of("Hello", GoKind.STRING, whom -> "hello " + whom)
                .of("Add", GoKind.INT, GoKind.INT, (a, b) -> ((Number) a).intValue() + ((Number) b).intValue())
                .of("None", () -> "none")
                .of("Bad", () -> fail("bad thing"))
                .variadic("Var", GoKind.STRING, GoKind.ANY, args -> args[0] + Integer.toString(args.length - 1))
                .of("String", () -> "obj!")
                .build();

        @Override
        public String goType() {
            return "*main.Obj";
        }

        @Override
        public Optional<Member> member(String member) {
            return switch (member) {
                case "Name" -> Optional.of(new Member.Field(name));
                case "Sub" -> Optional.of(new Member.Field(null));
                case "M" -> Optional.of(new Member.Field(map));
                default -> Optional.ofNullable(METHODS.find(member)).map(Member.Method::new);
            };
        }

        @Override
        public String goString() {
            return "obj!";
        }
    }
}
