package decs.testing.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All types of assertions, each with its check; an antonym expects the contrary of what its check demands. */
public final class Checks {
    private static final Map<String, Type> TYPES = types();

    private Checks() {}

    /** A check, and whether it is turned round. */
    public record Type(Check check, boolean antonym) {}

    /** The names of all types. */
    public static Set<String> names() {
        return TYPES.keySet();
    }

    /** The type of this name, one of {@link #names()}. */
    public static Type named(String name) {
        return TYPES.get(name);
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        add(types, new EqualCheck(), "equal", "notEqual");
        add(types, new ExistsCheck(), "exists", "notExists");
        add(types, new ExistsCheck(), "isNotNull", "isNull");
        add(types, new EmptyCheck(), "isNullOrEmpty", "isNotNullOrEmpty");
        add(types, new EmptyCheck(), "isEmpty", "isNotEmpty");
        add(types, new RegexCheck(), "matchRegex", "notMatchRegex");
        add(types, new ContainsCheck(), "contains", "notContains");
        add(types, new SubsetCheck(), "isSubset", "isNotSubset");
        add(types, new TypeCheck(), "isType", "isNotType");
        add(types, new LengthCheck(), "lengthEqual", "notLengthEqual");
        add(types, new OrderCheck(true), "greaterOrEqual", "notGreaterOrEqual");
        add(types, new OrderCheck(false), "lessOrEqual", "notLessOrEqual");
        add(types, new RawEqualCheck(), "equalRaw", "notEqualRaw");
        add(types, new RawRegexCheck(), "matchRegexRaw", "notMatchRegexRaw");
        add(types, new FailureCheck(), "failedTemplate", "notFailedTemplate");
        types.put("isKind", new Type(new FieldCheck("kind"), false));
        types.put("isAPIVersion", new Type(new FieldCheck("apiVersion"), false));
        types.put("hasDocuments", new Type(new CountCheck(), false));
        types.put("containsDocument", new Type(new DocumentCheck(), false));
        types.put("matchSnapshot", new Type(new SnapshotCheck(), false));
        types.put("matchSnapshotRaw", new Type(new RawSnapshotCheck(), false));
        return types;
    }

    private static void add(Map<String, Type> types, Check check, String name, String antonym) {
        types.put(name, new Type(check, false));
        types.put(antonym, new Type(check, true));
    }
}
