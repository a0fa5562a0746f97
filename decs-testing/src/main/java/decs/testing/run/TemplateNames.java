package decs.testing.run;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which templates a list of names means, for a chart of a tree: {@code *} and {@code **} stand for any part of a path. */
record TemplateNames(String route, List<String> names) {
    private static final String PART = "[0-9a-zA-Z_\\-/\\.]";

    /** The whole path of a template: below {@code templates/} unless it says where. */
    String path(String name) {
        boolean placed = name.startsWith("templates")
                || name.startsWith("charts")
                || name.startsWith("crds")
                || name.startsWith("**");
        return route + "/" + (placed ? name : "templates/" + name);
    }

    boolean all() {
        return names.isEmpty();
    }

    /** Whether a path is meant by one of the names; a name may stand for a part of the path. */
    Predicate<String> meant() {
        List<Pattern> patterns = names.stream().map(name -> pattern(path(name))).toList();
        return path ->
                patterns.stream().anyMatch(pattern -> pattern.matcher(path).find());
    }

    static Pattern pattern(String path) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            if (path.startsWith("**", i)) {
                out.append(PART).append('+');
                i++;
            } else if (path.charAt(i) == '*') {
                out.append(PART).append('*');
            } else {
                out.append(Pattern.quote(path.substring(i, i + 1)));
            }
        }
        return Pattern.compile(out.toString());
    }
}
