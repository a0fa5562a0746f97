package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoTypes;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.language.TemplateObject.Member;
import decs.template.parse.Node;
import decs.template.source.Position;
import decs.template.value.ValueMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names that are looked up one after the other, starting at some value. Mirrors: text/template state.evalField. */
final class FieldPath {
    private static final String INTERFACE = "interface {}";
    private static final Object UNKNOWN = new Object();

    private final Node node;
    private final Node at;
    private final String[] names;

    /**
     * A path of {@code names}.
     *
     * @param node the chain, at which a method's own failure is reported
     * @param at where any other failure is reported: where the value before the path ended, or the chain itself
     */
    FieldPath(Node node, Node at, List<String> names) {
        this.node = node;
        this.at = at;
        this.names = names.toArray(String[]::new);
    }

    Node node() {
        return node;
    }

    /**
     * The value at the end of the path.
     *
     * @param start the expression that gave {@code base}
     */
    Object follow(Frame frame, Object base, Expression start) {
        if (base == null) {
            return none(frame, start.nilIsValue(frame), names[0]);
        }
        Object owner = null;
        Object value = base;
        for (int i = 0; ; ) {
            Object next;
            if (value instanceof ValueMap map) {
                next = map.get(names[i]);
                if (next == null) {
                    absent(frame, map, i);
                }
            } else {
                next = member(frame, value, i);
                if (next == UNKNOWN) {
                    String type = i == 0 ? start.typeName(frame, value) : typeIn(owner, value);
                    throw unknown(frame, owner, value, i, type);
                }
            }
            if (++i == names.length) {
                if (next == null) {
                    frame.nilIsValue = true;
                }
                return next;
            }
            if (next == null) {
                throw nil(frame, value, i);
            }
            owner = value;
            value = next;
        }
    }

    /** The last name with arguments, at the end of all other names. */
    Object invoke(Frame frame, Object base, Expression start, MethodArguments arguments) {
        boolean single = names.length == 1;
        Object receiver = single ? base : before().follow(frame, base, start);
        String name = names[names.length - 1];
        if (receiver == null) {
            return none(frame, single ? start.nilIsValue(frame) : frame.nilIsValue, name);
        }
        if (receiver instanceof TemplateObject object) {
            Optional<Member> member = object.member(name);
            if (member.isPresent() && member.get() instanceof Member.Method method) {
                return arguments.call(frame, new CallPlace(name, node, at), method.function());
            }
            if (member.isPresent() && !(receiver instanceof Map)) {
                throw frame.failure(at, name + " has arguments but cannot be invoked as function");
            }
        }
        if (receiver instanceof Map) {
            throw frame.failure(at, name + " is not a method but has arguments");
        }
        throw frame.failure(
                at,
                "can't evaluate field " + name + " in type " + (single ? start.typeName(frame, receiver) : INTERFACE));
    }

    private FieldPath before() {
        return new FieldPath(node, at, Arrays.asList(names).subList(0, names.length - 1));
    }

    private Object none(Frame frame, boolean isItem, String name) {
        if (isItem) {
            throw frame.failure(at, "nil pointer evaluating " + INTERFACE + "." + name);
        }
        if (frame.execution.missingKeyFails) {
            throw frame.failure(at, "nil data; no entry for key " + GoFormat.quote(name));
        }
        frame.nilIsValue = false;
        return null;
    }

    private ExecutionFailure nil(Frame frame, Object owner, int place) {
        String message = "nil pointer evaluating " + INTERFACE + "." + names[place];
        String path = String.join(".", Arrays.asList(names).subList(0, place));
        return frame.failure(at, message, originOf(owner, names[place - 1]))
                .withHint(Hints.unset("." + path, owner, names[place - 1]));
    }

    private ExecutionFailure unknown(Frame frame, Object owner, Object value, int place, String type) {
        String message = "can't evaluate field " + names[place] + " in type " + type;
        if (place == 0 || value instanceof TemplateObject) {
            return frame.failure(at, message);
        }
        String path = "." + String.join(".", Arrays.asList(names).subList(0, place));
        return frame.failure(at, message, originOf(owner, names[place - 1])).withHint(Hints.noFields(path, value));
    }

    private void absent(Frame frame, Map<?, ?> map, int place) {
        if (frame.execution.missingKeyFails && !map.containsKey(names[place])) {
            throw frame.failure(at, "map has no entry for key " + GoFormat.quote(names[place]))
                    .withHint(Hints.missing(map, names[place]));
        }
    }

    private Object member(Frame frame, Object receiver, int place) {
        String name = names[place];
        if (receiver instanceof TemplateObject object) {
            Optional<Member> member = object.member(name);
            if (member.isPresent()) {
                if (member.get() instanceof Member.Field field) {
                    return field.value();
                }
                TemplateFunction function = ((Member.Method) member.get()).function();
                return MethodArguments.NONE.call(frame, new CallPlace(name, node, at), function);
            }
        }
        if (receiver instanceof Map<?, ?> map) {
            Object value = map.get(name);
            if (value == null) {
                absent(frame, map, place);
                return map instanceof GoMap typed ? typed.zero() : null;
            }
            return value;
        }
        return UNKNOWN;
    }

    private static String typeIn(Object owner, Object value) {
        return owner instanceof Map<?, ?> map ? GoMap.valueType(map) : GoTypes.typeName(value);
    }

    private static Optional<Position> originOf(Object map, String key) {
        Object plain = map instanceof TemplateObject object ? object.plainMap() : map;
        return plain instanceof ValueMap values ? values.origin(key) : Optional.empty();
    }

    /** Where the value at the end of the path was written. */
    Optional<Position> origin(Object base) {
        Object value = base;
        for (int i = 0; i < names.length - 1; i++) {
            value = value instanceof Map<?, ?> map ? map.get(names[i]) : null;
        }
        return originOf(value, names[names.length - 1]);
    }
}
