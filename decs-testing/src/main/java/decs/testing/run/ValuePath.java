package decs.testing.run;

import decs.template.value.ValueMap;
import decs.testing.suite.SuiteException;
import java.util.ArrayList;
import java.util.List;

/** A path of {@code set}: names with dots between them, {@code [2]} for a place in a list, {@code [a.b/c]} for any name. */
record ValuePath(List<Object> steps) {

    static ValuePath of(String text) {
        List<Object> steps = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                int end = text.indexOf(']', i);
                if (end < 0) {
                    throw new SuiteException("missing index value");
                }
                boolean escaped = name.isEmpty() && (i == 0 || text.charAt(i - 1) == '.');
                end(name, steps);
                String inside = text.substring(i + 1, end);
                steps.add(!escaped && inside.matches("\\d+") ? (Object) Integer.valueOf(inside) : inside);
                i = end;
            } else if (c == '.') {
                end(name, steps);
            } else if (",{}=".indexOf(c) >= 0) {
                throw new SuiteException("invalid character '" + c + "' in set path " + text);
            } else {
                name.append(c);
            }
        }
        end(name, steps);
        return new ValuePath(steps);
    }

    private static void end(StringBuilder name, List<Object> steps) {
        if (!name.isEmpty()) {
            steps.add(name.toString());
            name.setLength(0);
        }
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
