package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionTable;

/** Sprig's questions about Go types. */
final class TypeFunctions {
    private TypeFunctions() {}

    static FunctionTable table() {
        return FunctionTable.builder()
                .of("typeOf", ANY, GoTypes::typeName)
                .of("typeIs", STRING, ANY, (type, value) -> type.equals(GoTypes.typeName(value)))
                .of("typeIsLike", STRING, ANY, (type, value) -> isLike((String) type, GoTypes.typeName(value)))
                .of("kindOf", ANY, GoTypes::kind)
                .of("kindIs", STRING, ANY, (kind, value) -> kind.equals(GoTypes.kind(value)))
                .of("deepEqual", ANY, ANY, DeepEquality::of)
                .build();
    }

    private static boolean isLike(String type, String actual) {
        return type.equals(actual) || ("*" + type).equals(actual);
    }
}
