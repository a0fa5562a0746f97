package decs.core.plan;

import decs.core.environment.CrashException;
import decs.core.load.Compat;
import decs.template.source.DecsException;
import java.util.Map;

/** {@code condition}: whether an environment value switches a release on. */
final class Condition {
    private static final String END = ".enabled";

    private Condition() {}

    static boolean holds(String condition, Map<String, Object> values, String release, Compat compat) {
        if (condition.isEmpty()) {
            return true;
        }
        if (condition.equalsIgnoreCase("true") || condition.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(condition);
        }
        try {
            return lookUp(condition, values, compat);
        } catch (DecsException bad) {
            if (bad instanceof CrashException) {
                throw bad;
            }
            throw new DecsException(
                    "[failed to parse condition in release " + release + ": " + bad.getMessage() + "]",
                    bad.problems(),
                    bad);
        }
    }

    private static boolean lookUp(String condition, Map<String, Object> values, Compat compat) {
        boolean tooDeep =
                compat == Compat.V0 && condition.chars().filter(c -> c == '.').count() != 1;
        if (!condition.endsWith(END) || tooDeep) {
            throw new DecsException(
                    "Condition value must be in the form 'foo.enabled' where 'foo' can be modified as necessary");
        }
        String path = condition.substring(0, condition.length() - END.length());
        if (compat == Compat.V0 && values.get(path) == null) {
            throw new CrashException("environment values does not contain field '" + path + "'");
        }
        Object at = values;
        for (String key : path.split("\\.")) {
            if (!(at instanceof Map<?, ?> map) || !map.containsKey(key)) {
                throw new DecsException("environment values field '." + path + "' not found");
            }
            at = map.get(key);
        }
        if (!(at instanceof Map<?, ?> map)) {
            throw new DecsException("environment values field '." + path + "' is not a map");
        }
        return Boolean.TRUE.equals(map.get("enabled"));
    }
}
