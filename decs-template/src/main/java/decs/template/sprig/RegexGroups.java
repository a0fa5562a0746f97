package decs.template.sprig;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import decs.template.language.FunctionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Matches of a regular expression, in linear time, by groups: a text without any, a list, or a map when they have names. */
public final class RegexGroups {
    private RegexGroups() {}

    /** The first match. */
    public static Optional<Object> first(String expression, String text) {
        Matcher matcher = matcher(expression, text);
        return matcher.find() ? Optional.of(groups(matcher)) : Optional.empty();
    }

    /** Every match. */
    public static List<Object> all(String expression, String text) {
        Matcher matcher = matcher(expression, text);
        List<Object> matches = new ArrayList<>();
        while (matcher.find()) {
            matches.add(groups(matcher));
        }
        return matches;
    }

    private static Matcher matcher(String expression, String text) {
        try {
            return Pattern.compile(expression).matcher(text);
        } catch (PatternSyntaxException bad) {
            throw new FunctionException(bad.getMessage(), bad);
        }
    }

    private static Object groups(Matcher matcher) {
        if (matcher.groupCount() == 0) {
            return matcher.group();
        }
        Map<String, Integer> names = matcher.pattern().namedGroups();
        if (!names.isEmpty()) {
            Map<String, Object> named = new TreeMap<>();
            names.forEach((name, index) -> named.put(name, matcher.group(index)));
            return named;
        }
        List<Object> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        return groups;
    }
}
