package decs.helm.render;

import decs.template.gofmt.GoFormat;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/** A Go struct as templates see it: fields in their order, each with its name in Go and in JSON, and methods. */
final class StructObject implements TemplateObject {
    /** Where a pointer leads, which differs in every run of Go. */
    private static final String ADDRESS = "0xc000123450";

    private final String goType;
    private final List<Part> parts;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Function<StructObject, String> action;

    private enum Shown {
        ALWAYS,
        UNLESS_EMPTY,
        /** An embedded struct, whose fields JSON shows as its owner's. */
        SPREAD,
        /** Printed but not reachable: a field that Go does not export. */
        HIDDEN
    }

    private record Part(String name, String json, Shown shown, Object value) {
        boolean inJson() {
            return switch (shown) {
                case ALWAYS, SPREAD -> true;
                case UNLESS_EMPTY -> !isEmpty(value);
                case HIDDEN -> false;
            };
        }

        private static boolean isEmpty(Object value) {
            return "".equals(value)
                    || Boolean.FALSE.equals(value)
                    || (value instanceof List<?> list && list.isEmpty())
                    || (value instanceof Map<?, ?> map && map.isEmpty());
        }
    }

    private StructObject(Builder builder) {
        this.goType = builder.goType;
        this.parts = List.copyOf(builder.parts);
        this.action = builder.action;
        for (Part part : parts) {
            if (part.shown() != Shown.HIDDEN) {
                members.put(part.name(), new Member.Field(part.value()));
            }
            if (part.value() instanceof StructObject embedded && part.shown() == Shown.SPREAD) {
                embedded.members.forEach(members::putIfAbsent);
            }
        }
        members.putAll(builder.methods);
    }

    static Builder of(String goType) {
        return new Builder(goType);
    }

    @Override
    public String goType() {
        return goType;
    }

    @Override
    public Optional<Member> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    @Override
    public String goString() {
        StringJoiner out = new StringJoiner(" ", isPointer() ? "&{" : "{", "}");
        for (Part part : parts) {
            out.add(GoFormat.value(part.value()));
        }
        return out.toString();
    }

    @Override
    public String innerString() {
        return isPointer() ? ADDRESS : goString();
    }

    private boolean isPointer() {
        return goType.startsWith("*");
    }

    @Override
    public String actionText() {
        return action.apply(this);
    }

    @Override
    public Object jsonValue() {
        ValueMap tree = new ValueMap();
        for (Part part : parts) {
            if (part.shown() == Shown.SPREAD && part.value() instanceof StructObject embedded) {
                tree.putAll((ValueMap) embedded.jsonValue());
            } else if (part.inJson()) {
                tree.put(part.json(), part.value());
            }
        }
        return tree;
    }

    @Override
    public Object yamlValue() {
        ValueMap tree = new ValueMap();
        for (Part part : parts) {
            if (part.shown() != Shown.HIDDEN) {
                tree.put(part.name().toLowerCase(Locale.ROOT), part.value());
            }
        }
        return tree;
    }

    /** Collects fields and methods. */
    static final class Builder {
        private final String goType;
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, Member> methods = new LinkedHashMap<>();
        private Function<StructObject, String> action = StructObject::goString;

        private Builder(String goType) {
            this.goType = goType;
        }

        Builder field(String name, String json, Object value) {
            parts.add(new Part(name, json, Shown.ALWAYS, value));
            return this;
        }

        Builder optional(String name, String json, Object value) {
            parts.add(new Part(name, json, Shown.UNLESS_EMPTY, value));
            return this;
        }

        Builder embedded(String name, StructObject value) {
            parts.add(new Part(name, name, Shown.SPREAD, value));
            return this;
        }

        Builder hidden(String name, Object value) {
            parts.add(new Part(name, name, Shown.HIDDEN, value));
            return this;
        }

        /** A method without arguments that gives {@code text}. */
        Builder method(String name, String text) {
            methods.put(name, new Member.Method(new TemplateFunction(name, List.of(), false, (TemplateFunction.Body0)
                    () -> text)));
            return this;
        }

        /** What an action prints, where that is not the struct's fields. */
        Builder printedAs(String text) {
            action = self -> text;
            return this;
        }

        StructObject build() {
            return new StructObject(this);
        }
    }
}
