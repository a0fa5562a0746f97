package decs.helm.kube.schema;

import java.util.List;
import java.util.function.Function;

/** Reads one field of the type table, such as {@code ports:[ContainerPort]@containerPort,protocol~m=containerPort}. */
final class TypeText {
    private final String text;
    private final Function<String, Shape.Struct> types;
    private int at;

    TypeText(String text, Function<String, Shape.Struct> types) {
        this.text = text;
        this.types = types;
    }

    Field field() {
        String name = word(":");
        at++;
        Shape shape = shape();
        Field.Merge merge = Field.Merge.NONE;
        if (took('~')) {
            String strategy = word("=");
            String key = took('=') ? word("") : "";
            merge = new Field.Merge(strategy.startsWith("m"), strategy.equals("r") || strategy.equals("mr"), key);
        }
        return new Field(name, shape, merge);
    }

    private Shape shape() {
        if (took('[')) {
            Shape item = shape();
            at++;
            return list(item);
        }
        if (took('{')) {
            Shape value = shape();
            at++;
            return new Shape.MapOf(value, took('!'));
        }
        String name = word("]}~!");
        if (name.length() > 1) {
            return types.apply(name);
        }
        for (Shape.Scalar scalar : Shape.Scalar.values()) {
            if (scalar.code() == name.charAt(0)) {
                return scalar;
            }
        }
        return Shape.Anything.ANYTHING;
    }

    private Shape list(Shape item) {
        if (took('*')) {
            return new Shape.ListOf(item, Shape.ListOf.Kind.SET, List.of());
        }
        if (took('@')) {
            return new Shape.ListOf(
                    item, Shape.ListOf.Kind.MAP, List.of(word("~").split(",")));
        }
        return new Shape.ListOf(item, Shape.ListOf.Kind.ATOMIC, List.of());
    }

    private boolean took(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Up to one of the characters {@code ends}, or to the end. */
    private String word(String ends) {
        int from = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }
}
