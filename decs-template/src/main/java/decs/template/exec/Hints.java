package decs.template.exec;

import decs.template.source.Suggestion;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What to do about a failure, in a sentence. */
final class Hints {
    private Hints() {}

    /** The name that was probably meant. */
    static Optional<String> nearest(String name, Collection<String> known) {
        return Suggestion.nearest(name, known).map(near -> "did you mean " + near + "?");
    }

    /** A field of nothing: {@code path} gave nil in {@code map}, where its last name was looked up. */
    static Optional<String> unset(String path, Object map, String name) {
        if (map instanceof Map<?, ?> values && !values.containsKey(name)) {
            Optional<String> meant = nearest(name, keys(values));
            if (meant.isPresent()) {
                return meant;
            }
        }
        return Optional.of(
                path + " is not set; where that is allowed, write (" + path + ") in parentheses, or use with");
    }

    /** A field of a value that has none. */
    static Optional<String> noFields(String path, Object value) {
        if (value instanceof Map) {
            return Optional.empty();
        }
        String what = value instanceof String
                ? "text"
                : value instanceof Number ? "a number" : value instanceof Boolean ? "true or false" : "a list";
        return Optional.of(path + " is " + what + " here, not a mapping");
    }

    /** A key that a map must have. */
    static Optional<String> missing(Map<?, ?> map, String name) {
        return nearest(name, keys(map));
    }

    private static Collection<String> keys(Map<?, ?> map) {
        Collection<String> keys = new TreeSet<>();
        map.keySet().forEach(key -> keys.add((String) key));
        return keys;
    }

    /** A value of the type {@code given} where {@code wanted} is declared. */
    static Optional<String> conversion(String wanted, String given) {
        boolean number = given.equals("float64") || given.equals("int") || given.equals("int64");
        if (wanted.equals("string") && (number || given.equals("bool"))) {
            return Optional.of("convert it with toString");
        }
        if (wanted.startsWith("int") && given.equals("string")) {
            return Optional.of("write the value as a number, or convert it with " + wanted);
        }
        if (wanted.equals("string") && (given.startsWith("[]") || given.startsWith("map["))) {
            return Optional.of("this is a " + (given.startsWith("[]") ? "list" : "mapping")
                    + ": write it with toYaml or toJson, go through it with range, or join it");
        }
        if (wanted.startsWith("int") && number) {
            return Optional.of("numbers of YAML and JSON are float64; convert it with " + wanted);
        }
        return Optional.empty();
    }
}
