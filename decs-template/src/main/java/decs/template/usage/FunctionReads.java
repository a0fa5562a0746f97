package decs.template.usage;

import decs.template.parse.Operand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What functions read of their arguments, and which of them they may give back. */
final class FunctionReads {
    private final Walk walk;

    /**
     * An argument.
     *
     * @param written null for the one that comes through the pipeline
     */
    record Given(Operand written, Reach reach) {
        /** The text of a literal, or the digits of a number; else null. */
        String literal() {
            if (written instanceof Operand.Text text) {
                return text.value();
            }
            return written instanceof Operand.Constant number ? number.toString() : null;
        }
    }

    FunctionReads(Walk walk) {
        this.walk = walk;
    }

    Reach call(String name, List<Given> given) {
        return switch (name) {
            case "include" -> include(given);
            case "tpl" -> tpl(given);
            case "dict" -> dict(given);
            case "list", "tuple" -> list(given);
            case "index" -> index(given);
            case "get" -> given.size() == 2 ? step(given.get(0).reach(), given.get(1)) : used(given);
            case "hasKey" -> hasKey(given);
            case "dig" -> dig(given);
            case "set" -> set(given);
            case "default", "required", "coalesce", "or", "and", "ternary" -> tested(given, any(given));
            case "empty", "not", "len", "kindIs", "kindOf", "typeIs", "typeOf", "typeIsLike" ->
                tested(given, Reach.NONE);
            case "merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite", "deepCopy", "mustDeepCopy" -> any(given);
            case "omit", "pick", "unset" ->
                given.isEmpty() ? Reach.NONE : given.get(0).reach();
            case "first", "last", "mustFirst", "mustLast" -> element(given);
            default -> used(given);
        };
    }

    private static Reach any(List<Given> given) {
        return given.stream().map(Given::reach).reduce(Reach.NONE, Reach::or);
    }

    private Reach used(List<Given> given) {
        given.forEach(argument -> walk.use(argument.reach()));
        return Reach.NONE;
    }

    private Reach tested(List<Given> given, Reach result) {
        given.forEach(argument -> walk.test(argument.reach()));
        return result;
    }

    private Reach include(List<Given> given) {
        String name = given.isEmpty() ? null : given.get(0).literal();
        if (given.size() != 2 || name == null) {
            return used(given);
        }
        walk.run(name, given.get(1).reach());
        return Reach.NONE;
    }

    private Reach tpl(List<Given> given) {
        if (given.size() != 2) {
            return used(given);
        }
        walk.use(given.get(0).reach());
        walk.runTexts(given.get(1).reach());
        return Reach.NONE;
    }

    private Reach dict(List<Given> given) {
        Map<String, Reach> entries = new LinkedHashMap<>();
        for (int i = 0; i + 1 < given.size(); i += 2) {
            String key = given.get(i).literal();
            if (key == null) {
                walk.use(given.get(i).reach());
                walk.use(given.get(i + 1).reach());
            } else {
                entries.put(key, given.get(i + 1).reach());
            }
        }
        return Reach.ofEntries(entries);
    }

    private static Reach list(List<Given> given) {
        Map<String, Reach> entries = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            entries.put(Integer.toString(i), given.get(i).reach());
        }
        return Reach.ofEntries(entries);
    }

    private Reach element(List<Given> given) {
        if (given.size() != 1) {
            return used(given);
        }
        Reach list = given.get(0).reach();
        walk.use(new Reach(list.places(), Map.of()));
        return list.anyEntry();
    }

    private Reach index(List<Given> given) {
        Reach reach = given.isEmpty() ? Reach.NONE : given.get(0).reach();
        for (int i = 1; i < given.size(); i++) {
            reach = step(reach, given.get(i));
        }
        return reach;
    }

    /** One key or index further in; when that is only known to the run, all of it counts as read. */
    private Reach step(Reach from, Given key) {
        String literal = key.literal();
        if (literal != null) {
            return from.field(literal);
        }
        walk.use(key.reach());
        walk.use(new Reach(from.places(), Map.of()));
        return from.anyEntry();
    }

    private Reach hasKey(List<Given> given) {
        if (given.size() == 2) {
            walk.test(step(given.get(0).reach(), given.get(1)));
        }
        return given.size() == 2 ? Reach.NONE : used(given);
    }

    private Reach dig(List<Given> given) {
        int last = given.size() - 1;
        if (last < 2) {
            return used(given);
        }
        Reach reach = given.get(last).reach();
        for (int i = 0; i < last - 1; i++) {
            reach = step(reach, given.get(i));
        }
        walk.test(reach);
        return reach.or(given.get(last - 1).reach());
    }

    private Reach set(List<Given> given) {
        if (given.size() != 3) {
            return used(given);
        }
        walk.use(given.get(2).reach());
        return given.get(0).reach();
    }
}
