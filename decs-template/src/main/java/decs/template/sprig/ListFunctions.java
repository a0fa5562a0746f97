package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.INT;

import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.TemplateFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sprig's lists. Each function has a {@code must} twin; in templates both fail alike. */
final class ListFunctions {
    private static final String NIL = "runtime error: invalid memory address or nil pointer dereference";

    private ListFunctions() {}

    static FunctionTable table() {
        FunctionTable.Builder table = FunctionTable.builder()
                .variadic("list", ANY, args -> listOf(args))
                .variadic("tuple", ANY, args -> listOf(args))
                .of("sortAlpha", ANY, ListFunctions::sortAlpha)
                .callingVariadic("concat", List.of(ANY), ListFunctions::concat);
        both(table, "append", (list, value) -> append("push", list, value));
        both(table, "push", (list, value) -> append("push", list, value));
        both(table, "prepend", ListFunctions::prepend);
        both(table, "first", list -> edge(list, "first", 0));
        both(table, "last", list -> edge(list, "last", -1));
        both(table, "rest", list -> part(list, "rest", 1, 0));
        both(table, "initial", list -> part(list, "initial", 0, 1));
        both(table, "reverse", ListFunctions::reverse);
        table.calling("uniq", List.of(ANY), (call, args) -> uniq(call, args[0])).alias("mustUniq", "uniq");
        both(table, "compact", ListFunctions::compact);
        both(table, "has", ListFunctions::has);
        table.variadic("without", List.of(ANY, ANY), ListFunctions::without)
                .alias("mustWithout", "without")
                .variadic("slice", List.of(ANY, ANY), ListFunctions::slice)
                .alias("mustSlice", "slice")
                .of("chunk", INT, ANY, (size, list) -> chunk(((Number) size).longValue(), list))
                .alias("mustChunk", "chunk");
        return table.build();
    }

    /** A function and its twin that returns an error; the lists that it goes through count. */
    private static void both(FunctionTable.Builder table, String name, TemplateFunction.Body1 body) {
        table.calling(name, List.of(ANY), (call, args) -> body.call(counted(call, args[0])))
                .alias(must(name), name);
    }

    private static void both(FunctionTable.Builder table, String name, TemplateFunction.Body2 body) {
        table.calling(
                        name,
                        List.of(ANY, ANY),
                        (call, args) -> body.call(counted(call, args[0]), counted(call, args[1])))
                .alias(must(name), name);
    }

    private static Object counted(FunctionCall call, Object value) {
        if (value instanceof List<?> list) {
            call.spend(list.size());
        }
        return value;
    }

    private static String must(String name) {
        return "must" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static List<Object> listOf(Object[] args) {
        List<Object> list = new ArrayList<>(args.length);
        Collections.addAll(list, args);
        return list;
    }

    /** The list itself; anything else is told in Sprig's words. */
    private static List<?> list(Object value, String complaint) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof byte[] bytes) {
            List<Object> list = new ArrayList<>();
            for (byte b : bytes) {
                list.add(decs.template.gofmt.GoInteger.of("uint8", b & 0xff));
            }
            return list;
        }
        if (value == null) {
            throw new FunctionException(NIL);
        }
        throw new FunctionException(complaint + GoTypes.kind(value));
    }

    /** A {@code []string} is sorted in place, as in Go. */
    private static Object sortAlpha(Object value) {
        if (!(value instanceof List<?>) && !(value instanceof byte[])) {
            return GoSlice.strings(List.of(Texts.of(value)));
        }
        GoSlice texts = Texts.slice(value);
        texts.sort((a, b) -> GoString.compareBytes((String) a, (String) b));
        return texts;
    }

    private static Object append(String verb, Object value, Object item) {
        List<Object> list = new ArrayList<>(list(value, "Cannot " + verb + " on type "));
        list.add(item);
        return list;
    }

    private static Object prepend(Object value, Object item) {
        List<?> list = list(value, "Cannot prepend on type ");
        List<Object> all = new ArrayList<>(list.size() + 1);
        all.add(item);
        all.addAll(list);
        return all;
    }

    private static Object edge(Object value, String which, int index) {
        List<?> list = list(value, "Cannot find " + which + " on type ");
        return list.isEmpty() ? null : list.get(index < 0 ? list.size() - 1 : index);
    }

    private static Object part(Object value, String which, int fromStart, int fromEnd) {
        List<?> list = list(value, "Cannot find " + which + " on type ");
        return list.isEmpty()
                ? GoSlice.nil("interface {}")
                : new ArrayList<Object>(list.subList(fromStart, list.size() - fromEnd));
    }

    private static Object reverse(Object value) {
        List<Object> list = new ArrayList<>(list(value, "Cannot find reverse on type "));
        Collections.reverse(list);
        return list;
    }

    private static Object uniq(FunctionCall call, Object value) {
        List<Object> unique = new ArrayList<>();
        Set<Object> met = new HashSet<>();
        for (Object item : list(value, "Cannot find uniq on type ")) {
            boolean isHashed = item instanceof String || item instanceof Integer || item instanceof Long;
            call.spend(isHashed ? 1 : unique.size());
            if (isHashed ? met.add(item) : !contains(unique, item)) {
                unique.add(item);
            }
        }
        return unique;
    }

    private static Object compact(Object value) {
        List<Object> full = new ArrayList<>();
        for (Object item : list(value, "Cannot compact on type ")) {
            if (!Emptiness.of(item)) {
                full.add(item);
            }
        }
        return full;
    }

    private static boolean contains(List<?> list, Object wanted) {
        for (Object item : list) {
            if (DeepEquality.of(wanted, item)) {
                return true;
            }
        }
        return false;
    }

    private static Object has(Object needle, Object value) {
        return value != null && contains(list(value, "Cannot find has on type "), needle);
    }

    private static Object without(Object[] args) {
        List<?> list = list(args[0], "Cannot find without on type ");
        List<?> unwanted = listOf(args).subList(1, args.length);
        List<Object> rest = new ArrayList<>();
        for (Object item : list) {
            if (!contains(unwanted, item)) {
                rest.add(item);
            }
        }
        return rest;
    }

    private static Object slice(Object[] args) {
        List<?> list = list(args[0], "list should be type of slice or array but ");
        if (list.isEmpty()) {
            return null;
        }
        long start = args.length > 1 ? Casts.toLong(args[1]) : 0;
        long end = args.length > 2 ? Casts.toLong(args[2]) : list.size();
        if (start < 0 || end > list.size() || start > end) {
            throw new FunctionException("reflect.Value.Slice: slice index out of bounds");
        }
        if (args[0] instanceof byte[] bytes) {
            return Arrays.copyOfRange(bytes, (int) start, (int) end);
        }
        List<Object> part = new ArrayList<>(list.subList((int) start, (int) end));
        String type = GoSlice.elementType(list);
        return type.equals("interface {}") ? part : GoSlice.over(type, part);
    }

    private static Object concat(FunctionCall call, Object[] args) {
        List<Object> all = new ArrayList<>();
        for (Object arg : args) {
            if (arg != null && !(arg instanceof List) && !(arg instanceof byte[])) {
                throw new FunctionException("Cannot concat type " + GoTypes.kind(arg) + " as list");
            }
            all.addAll(list(arg, ""));
            Budget.items(call, all.size());
        }
        return all.isEmpty() ? GoSlice.nil("interface {}") : all;
    }

    private static Object chunk(long size, Object value) {
        List<?> list = list(value, "Cannot chunk type ");
        long count = size == 0 ? -1 : Math.floorDiv(list.size() - 1, size) + 1;
        if (count < 0 || (count > 0 && size < 0)) {
            throw new FunctionException("runtime error: makeslice: len out of range");
        }
        List<Object> chunks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = (int) (i * size);
            chunks.add(new ArrayList<Object>(list.subList(start, (int) Math.min(list.size(), start + size))));
        }
        return GoSlice.over("[]interface {}", chunks);
    }
}
