package decs.core.functions;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.GoKind;
import decs.template.language.TemplateObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** helmfile's look-ups along dotted paths: {@code get}, {@code getOrNil}, {@code setValueAtPath}. */
final class PathFunctions {
    private final boolean v0;

    private PathFunctions(boolean v0) {
        this.v0 = v0;
    }

    static FunctionTable table(FunctionScope.Generation generation) {
        PathFunctions functions = new PathFunctions(generation == FunctionScope.Generation.V0);
        return FunctionTable.builder()
                .variadic("get", List.of(STRING, ANY), functions::get)
                .of("getOrNil", STRING, ANY, (path, from) -> functions.getOrNil((String) path, from))
                .of("setValueAtPath", STRING, ANY, GoKind.MAP, PathFunctions::set)
                .build();
    }

    /** A value that is there, even when it is null. */
    private record Found(Object value) {}

    private Object get(Object[] args) {
        if (args.length < 2 || args.length > 3) {
            throw new FunctionException("unexpected number of args pased to the template function "
                    + "get(path, [def, ]obj): expected 1 or 2, got " + (args.length - 1) + ", args was "
                    + GoFormat.sprintf("%v", new Object[] {List.of(args).subList(1, args.length)}));
        }
        String path = (String) args[0];
        Object from = args[args.length - 1];
        Optional<Found> found = find(path, from);
        if (found.isPresent()) {
            return found.get().value();
        }
        if (args.length == 3) {
            return args[1];
        }
        throw missing(path, from);
    }

    /** helmfile 0.x takes a wrong type on the way for a missing value, too. */
    private Object getOrNil(String path, Object from) {
        try {
            return find(path, from).orElse(new Found(null)).value();
        } catch (FunctionException wrongType) {
            if (v0) {
                return null;
            }
            throw wrongType;
        }
    }

    private Optional<Found> find(String path, Object from) {
        Object at = from;
        for (String key : path.split("\\.")) {
            Optional<Found> next = step(key, at);
            if (next.isEmpty()) {
                return next;
            }
            at = next.get().value();
        }
        return Optional.of(new Found(at));
    }

    private Optional<Found> step(String key, Object at) {
        if (at instanceof Map<?, ?> map) {
            return map.containsKey(key) ? Optional.of(new Found(map.get(key))) : Optional.empty();
        }
        if (at instanceof TemplateObject object && !object.goType().startsWith("*")) {
            return object.member(key)
                    .filter(TemplateObject.Member.Field.class::isInstance)
                    .map(member -> new Found(((TemplateObject.Member.Field) member).value()));
        }
        throw new FunctionException("unexpected type(" + GoTypes.typeName(at) + ") of value for key \"" + key
                + "\": it must be either map[string]" + (v0 ? "interface{}" : "any") + " or any struct");
    }

    private FunctionException missing(String path, Object from) {
        Object at = from;
        for (String key : path.split("\\.")) {
            Optional<Found> next = step(key, at);
            if (next.isEmpty()) {
                return new FunctionException(
                        "no value exist for key \"" + key + "\" in " + GoFormat.sprintf("%v", new Object[] {at}));
            }
            at = next.get().value();
        }
        throw new AssertionError(path);
    }

    @SuppressWarnings("unchecked")
    private static Object set(Object path, Object value, Object into) {
        String[] keys = ((String) path).split("\\.");
        Map<String, Object> at = (Map<String, Object>) into;
        for (int i = 0; i < keys.length - 1; i++) {
            if (!at.containsKey(keys[i])) {
                throw new FunctionException("failed to set value at path \"" + path + "\": value for key \"" + keys[i]
                        + "\" does not exist");
            }
            Object next = at.get(keys[i]);
            if (!(next instanceof Map<?, ?> map)) {
                throw new FunctionException("failed to set value at path \"" + path + "\": value for key \"" + keys[i]
                        + "\" is not a map: " + GoTypes.typeName(next));
            }
            at = (Map<String, Object>) map;
        }
        at.put(keys[keys.length - 1], value);
        return into;
    }
}
