package decs.core.hcl;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.sprig.RegexGroups;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of text. */
final class HclTextFunctions {
    private static final Pattern VERB = Pattern.compile("%%|%[-+ #0]*[0-9]*(?:\\.[0-9]+)?[a-zA-Z]");

    private HclTextFunctions() {}

    static void add(Map<String, HclFunction> table) {
        table.put("upper", a -> a.text(0).toUpperCase(java.util.Locale.ROOT));
        table.put("lower", a -> a.text(0).toLowerCase(java.util.Locale.ROOT));
        table.put("title", a -> Pattern.compile("(?<![\\p{L}\\p{N}_'])\\p{L}")
                .matcher(a.text(0))
                .replaceAll(first -> first.group().toUpperCase(java.util.Locale.ROOT)));
        table.put("strlen", a -> (double) a.text(0).codePointCount(0, a.text(0).length()));
        table.put("strrev", a -> new StringBuilder(a.text(0)).reverse().toString());
        table.put("substr", a -> substring(a.text(0), a.whole(1), a.whole(2)));
        table.put("chomp", a -> a.text(0).replaceFirst("[\\r\\n]+$", ""));
        table.put("indent", a -> a.text(1).replace("\n", "\n" + " ".repeat(a.whole(0))));
        table.put("trim", a -> trimmed(a.text(0), a.text(1)));
        table.put("trimspace", a -> a.text(0).strip());
        table.put(
                "trimprefix",
                a -> a.text(0).startsWith(a.text(1))
                        ? a.text(0).substring(a.text(1).length())
                        : a.text(0));
        table.put(
                "trimsuffix",
                a -> a.text(0).endsWith(a.text(1))
                        ? a.text(0).substring(0, a.text(0).length() - a.text(1).length())
                        : a.text(0));
        table.put(
                "split",
                a -> a.text(0).isEmpty()
                        ? new ArrayList<Object>(a.text(1)
                                .codePoints()
                                .mapToObj(Character::toString)
                                .toList())
                        : new ArrayList<Object>(List.of(a.text(1).split(Pattern.quote(a.text(0)), -1))));
        table.put("join", HclTextFunctions::join);
        table.put("format", a -> format(a.text(0), a.from(1)));
        table.put("formatlist", HclTextFunctions::formatList);
        table.put("regex", a -> RegexGroups.first(a.text(0), a.text(1))
                .orElseThrow(() -> new DecsException("pattern did not match any part of the given string")));
        table.put("regexall", a -> RegexGroups.all(a.text(0), a.text(1)));
    }

    private static String substring(String text, int from, int count) {
        int[] points = text.codePoints().toArray();
        int start = from < 0 ? Math.max(0, points.length + from) : Math.min(from, points.length);
        int end = count < 0 ? points.length : Math.min(points.length, start + count);
        return new String(points, start, end - start);
    }

    private static String trimmed(String text, String letters) {
        int start = 0;
        int end = text.length();
        while (start < end && letters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && letters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static Object join(HclArguments arguments) {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i < arguments.count(); i++) {
            texts.addAll(arguments.texts(i));
        }
        return String.join(arguments.text(0), texts);
    }

    /** Lists give one text for each of their elements, side by side; other arguments are the same in all. */
    private static Object formatList(HclArguments arguments) {
        List<Object> rest = arguments.from(1);
        int length = rest.stream()
                .filter(List.class::isInstance)
                .mapToInt(list -> ((List<?>) list).size())
                .max()
                .orElse(1);
        List<Object> texts = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<Object> row = new ArrayList<>();
            for (Object argument : rest) {
                if (argument instanceof List<?> list && list.size() != length) {
                    throw new DecsException("arguments of different lengths: " + length + " and " + list.size());
                }
                row.add(argument instanceof List<?> list ? list.get(i) : argument);
            }
            texts.add(format(arguments.text(0), row));
        }
        return texts;
    }

    private static String format(String format, List<Object> values) {
        Matcher verbs = VERB.matcher(format);
        StringBuilder out = new StringBuilder();
        int used = 0;
        while (verbs.find()) {
            String verb = verbs.group();
            if (verb.equals("%%")) {
                verbs.appendReplacement(out, "%");
                continue;
            }
            if (used == values.size()) {
                throw new DecsException("not enough arguments for \"" + verb + "\": need index " + (used + 1)
                        + " but have " + values.size() + " total");
            }
            verbs.appendReplacement(out, Matcher.quoteReplacement(formatted(verb, values.get(used++))));
        }
        verbs.appendTail(out);
        if (used < values.size()) {
            throw new DecsException("too many arguments; only " + used + " used by format string");
        }
        return out.toString();
    }

    private static String formatted(String verb, Object value) {
        char letter = verb.charAt(verb.length() - 1);
        Object argument =
                switch (letter) {
                    case 'd', 'x', 'X', 'o', 'b' -> (long) number(verb, value);
                    case 'e', 'E', 'f', 'g', 'G' -> number(verb, value);
                    case 't' -> HclArguments.flag(value).orElseThrow(() -> unsuitable(verb, "bool"));
                    case 'v' -> HclArguments.text(value).orElseGet(() -> Json.write(value));
                    default -> HclArguments.text(value).orElseThrow(() -> unsuitable(verb, "string"));
                };
        return GoFormat.sprintf(letter == 'v' ? verb.replace("#", "") : verb, new Object[] {argument});
    }

    private static double number(String verb, Object value) {
        return HclArguments.number(value).orElseThrow(() -> unsuitable(verb, "number"));
    }

    private static DecsException unsuitable(String verb, String type) {
        return new DecsException("unsupported value for \"" + verb + "\": " + type + " required");
    }
}
