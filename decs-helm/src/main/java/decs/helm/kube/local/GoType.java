package decs.helm.kube.local;

import decs.helm.kube.schema.Shape;

/** What Go calls the type of a shape, as error texts name it. */
final class GoType {
    private GoType() {}

    static String of(Shape shape) {
        if (shape instanceof Shape.Struct struct) {
            return "v1." + struct.name();
        }
        if (shape instanceof Shape.ListOf list) {
            return "[]" + of(list.item());
        }
        if (shape instanceof Shape.MapOf map) {
            return "map[string]" + of(map.value());
        }
        if (shape instanceof Shape.Scalar scalar) {
            return switch (scalar) {
                case TEXT -> "string";
                case INTEGER -> "int32";
                case LONG -> "int64";
                case NUMBER -> "float64";
                case BOOLEAN -> "bool";
                case QUANTITY -> "resource.Quantity";
                case INTEGER_OR_TEXT -> "intstr.IntOrString";
                case TIME -> "time.Time";
                case BYTES -> "[]uint8";
            };
        }
        return "interface {}";
    }
}
