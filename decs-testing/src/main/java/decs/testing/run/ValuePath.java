package decs.testing.run;

import decs.template.value.ValueMap;
import decs.testing.suite.SuiteException;
import java.util.ArrayList;
import java.util.List;

/** A path of {@code set}: names with dots between them, {@code [2]} behind a name for a place in its list,
 * {@code [a.b/c]} in the place of a name for any name. */
record ValuePath(List<Object> steps) {

    /** What is being read: a name, a place in a list, a name in brackets, or what may follow a bracket. */
    private enum Part {
        NAME,
        PLACE,
        BRACKETED,
        AFTER
    }

    /** @throws SuiteException where a sign stands where it must not */
    static ValuePath of(String text) {
        if (text.isEmpty()) {
            throw new SuiteException("set path is empty");
        }
        List<Object> steps = new ArrayList<>();
        Part part = Part.NAME;
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (",{}=".indexOf(c) >= 0) {
                throw new SuiteException("invalid token found " + c);
            }
            boolean dotInside = part == Part.BRACKETED && c == '.';
            if (".[]".indexOf(c) < 0 || dotInside) {
                read.append(c);
            } else {
                part = next(part, c, read, steps);
                read.setLength(0);
            }
        }
        if (part == Part.NAME && !read.isEmpty()) {
            steps.add(read.toString());
        } else if (part != Part.AFTER || !read.isEmpty()) {
            throw new SuiteException("unexpected end of");
        }
        return new ValuePath(steps);
    }

    /** What follows the sign {@code c}; {@code read} is what stands before it. */
    private static Part next(Part part, char c, StringBuilder read, List<Object> steps) {
        boolean opens = c == '[';
        switch (part) {
            case NAME -> {
                if (c == ']') {
                    throw new SuiteException("invalid key " + c);
                }
                if (opens && read.isEmpty()) {
                    return Part.BRACKETED;
                }
                steps.add(read.toString());
                return opens ? Part.PLACE : Part.NAME;
            }
            case PLACE -> {
                if (c != ']') {
                    throw new SuiteException("missing index value");
                }
                steps.add(place(read.toString()));
            }
            case BRACKETED -> {
                if (opens) {
                    throw new SuiteException("invalid escaping token " + c);
                }
                steps.add(read.toString());
            }
            case AFTER -> {
                if (c == ']') {
                    throw new SuiteException("invalid denotation token " + c);
                }
                return opens ? Part.PLACE : Part.NAME;
            }
        }
        return Part.AFTER;
    }

    private static Integer place(String text) {
        if (!text.matches("\\+?\\d{1,6}")) {
            throw new SuiteException("strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
        return Integer.valueOf(text);
    }

    /** A tree that has only {@code value}, at this path. */
    ValueMap tree(Object value) {
        Object tree = value;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Integer place) {
                List<Object> list = new ArrayList<>();
                for (int before = 0; before < place; before++) {
                    list.add(null);
                }
                list.add(tree);
                tree = list;
            } else {
                ValueMap map = new ValueMap();
                map.put((String) steps.get(i), tree);
                tree = map;
            }
        }
        return tree instanceof ValueMap map ? map : new ValueMap();
    }
}
