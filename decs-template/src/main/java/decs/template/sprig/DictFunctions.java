package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.MAP;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoComplex;
import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sprig's dictionaries. {@code set}, {@code unset} and the merges change their first map, as in Go. */
final class DictFunctions {
    /** Steps that an entry costs which makes a map larger. */
    private static final long NEW_ENTRY = 100;

    private DictFunctions() {}

    static FunctionTable table() {
        return FunctionTable.builder()
                .variadic("dict", ANY, DictFunctions::dict)
                .of("get", MAP, STRING, (map, key) -> get(map(map), key))
                .calling("set", List.of(MAP, STRING, ANY), DictFunctions::set)
                .of("unset", MAP, STRING, DictFunctions::unset)
                .of("hasKey", MAP, STRING, (map, key) -> map(map).containsKey(key))
                .variadic("pluck", List.of(STRING, MAP), DictFunctions::pluck)
                .variadic("keys", MAP, DictFunctions::keys)
                .of("values", MAP, map -> new ArrayList<>(map(map).values()))
                .variadic("pick", List.of(MAP, STRING), args -> chosen(args, true))
                .variadic("omit", List.of(MAP, STRING), args -> chosen(args, false))
                .variadic("merge", List.of(MAP, MAP), args -> merge(args, false))
                .alias("mustMerge", "merge")
                .variadic("mergeOverwrite", List.of(MAP, MAP), args -> merge(args, true))
                .alias("mustMergeOverwrite", "mergeOverwrite")
                .variadic("dig", ANY, DictFunctions::dig)
                .calling("deepCopy", List.of(ANY), (call, args) -> deepCopy(call, args[0]))
                .alias("mustDeepCopy", "deepCopy")
                .build();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object map) {
        return map == null ? Map.of() : (Map<String, Object>) map;
    }

    private static Object dict(Object[] args) {
        ValueMap map = new ValueMap((args.length + 1) / 2);
        for (int i = 0; i < args.length; i += 2) {
            map.put(Texts.of(args[i]), i + 1 < args.length ? args[i + 1] : "");
        }
        return map;
    }

    private static Object get(Map<String, Object> map, Object key) {
        Object value = map.get(key);
        return value == null && !map.containsKey(key) ? "" : value;
    }

    private static Object set(FunctionCall call, Object[] args) {
        if (args[0] == null) {
            throw new FunctionException("assignment to entry in nil map");
        }
        Map<String, Object> map = map(args[0]);
        int size = map.size();
        map.put((String) args[1], args[2]);
        call.spend((map.size() - size) * NEW_ENTRY);
        return map;
    }

    private static Object unset(Object map, Object key) {
        if (map == null) {
            return GoMap.nil("interface {}");
        }
        map(map).remove(key);
        return map;
    }

    private static Object pluck(Object[] args) {
        List<Object> found = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            Map<String, Object> map = map(args[i]);
            if (map.containsKey(args[0])) {
                found.add(map.get(args[0]));
            }
        }
        return found;
    }

    private static Object keys(Object[] args) {
        List<Object> keys = new ArrayList<>();
        for (Object map : args) {
            keys.addAll(map(map).keySet());
        }
        return GoSlice.over("string", keys);
    }

    private static Object chosen(Object[] args, boolean wanted) {
        Map<String, Object> map = map(args[0]);
        ValueMap result = new ValueMap();
        if (wanted) {
            for (int i = 1; i < args.length; i++) {
                if (map.containsKey(args[i])) {
                    result.put((String) args[i], map.get(args[i]));
                }
            }
            return result;
        }
        Set<Object> names = Set.copyOf(
                Arrays.asList(args).subList(1, args.length).stream().distinct().toList());
        map.forEach((key, value) -> {
            if (!names.contains(key)) {
                result.put(key, value);
            }
        });
        return result;
    }

    private static Object merge(Object[] args, boolean overwrite) {
        Map<String, Object> target = args[0] == null ? null : map(args[0]);
        for (int i = 1; i < args.length; i++) {
            if (args[i] != null) {
                target = target == null ? new ValueMap() : target;
                mergeInto(target, map(args[i]), overwrite);
            }
        }
        return target == null ? new ValueMap() : target;
    }

    /** Mirrors: mergo.Merge and mergo.MergeWithOverwrite on maps. Nested maps that are new are shared with the source. */
    private static void mergeInto(Map<String, Object> target, Map<String, Object> source, boolean overwrite) {
        source.forEach((key, value) -> {
            Object before = target.get(key);
            if (before instanceof Map<?, ?> a && value instanceof Map<?, ?> b) {
                mergeInto(map(a), map(b), overwrite);
            } else if (overwrite || (value != null && Emptiness.of(before) && !(before instanceof GoComplex))) {
                if (target instanceof GoMap typed && !GoTypes.typeName(value).equals(typed.valueType())) {
                    throw new FunctionException(
                            "reflect.Value.SetMapIndex: value of type interface {} is not assignable" + " to type "
                                    + typed.valueType());
                }
                target.put(key, value);
            }
        });
    }

    private static Object dig(Object[] args) {
        if (args.length < 3) {
            throw new FunctionException("dig needs at least three arguments");
        }
        Object at = plain(args[args.length - 1]);
        Object fallback = args[args.length - 2];
        for (int i = 0; i < args.length - 2; i++) {
            if (!(args[i] instanceof String)) {
                throw new FunctionException(
                        "interface conversion: interface {} is " + typeWord(args[i]) + ", not string");
            }
        }
        for (int i = 0; i < args.length - 2; i++) {
            String key = (String) args[i];
            Map<String, Object> map = map(at);
            if (!map.containsKey(key)) {
                return fallback;
            }
            at = map.get(key);
            if (i < args.length - 3) {
                at = plain(at);
            }
        }
        return at;
    }

    private static Object plain(Object value) {
        if (!GoTypes.isPlainMap(value)) {
            throw new FunctionException(
                    "interface conversion: interface {} is " + typeWord(value) + ", not map[string]interface {}");
        }
        return value;
    }

    private static String typeWord(Object value) {
        return value == null ? "nil" : GoTypes.typeName(value);
    }

    private static Object deepCopy(FunctionCall call, Object value) {
        if (value == null) {
            throw new FunctionException("reflect: call of reflect.Value.Type on zero Value");
        }
        return DeepCopy.of(call, value);
    }
}
