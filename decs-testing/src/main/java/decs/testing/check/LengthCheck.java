package decs.testing.check;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.testing.path.DocumentPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code lengthEqual}: lists of this length, or of the same length. */
final class LengthCheck implements Check {
    @Override
    public List<String> failures(Subject subject) {
        String path = subject.text("path");
        List<String> paths = paths(subject);
        if (!path.isEmpty() && wanted(subject) < 0) {
            return new Lines()
                    .error("'count' field must be set if 'path' is used")
                    .list();
        }
        if (!path.isEmpty() && !paths.isEmpty()) {
            return new Lines().error("'paths' couldn't be used with 'path'").list();
        }
        if (subject.documents().isEmpty()) {
            return subject.negative()
                    ? List.of()
                    : failure(subject, "", "", "no manifest found").list();
        }
        Lines lines = new Lines();
        for (int index = 0; index < subject.documents().size(); index++) {
            lines.add(path.isEmpty() ? together(index, paths, subject) : alone(index, path, subject, new TreeMap<>()));
            if (subject.failFast() && !lines.isEmpty()) {
                break;
            }
        }
        return lines.list();
    }

    /** Each path by itself, and where nothing is wrong with them, the lengths that they found. */
    private static Lines together(int index, List<String> paths, Subject subject) {
        Lines lines = new Lines();
        TreeMap<String, Integer> lengths = new TreeMap<>();
        paths.forEach(path -> lines.add(alone(index, path, subject, lengths)));
        if (!lines.isEmpty()) {
            return lines;
        }
        int first = lengths.isEmpty() ? 0 : lengths.firstEntry().getValue();
        for (String path : lengths.navigableKeySet()) {
            boolean same = lengths.get(path) == first;
            if (same == subject.negative() && !path.equals(lengths.firstKey())) {
                return lines.document(index).add(failure(subject, path, "-1", String.valueOf(lengths.get(path))));
            }
        }
        return lines;
    }

    private static Lines alone(int index, String path, Subject subject, Map<String, Integer> lengths) {
        Lines lines = new Lines();
        List<Object> values;
        try {
            values = DocumentPath.parse(path).find(subject.documents().get(index));
        } catch (DecsException unreadable) {
            return lines.document(index).error(unreadable.getMessage());
        }
        if (values.isEmpty() && !subject.negative()) {
            return lines.document(index).error("unknown path " + path);
        }
        int wanted = wanted(subject);
        boolean counted = subject.parameters().get("count") instanceof Number;
        lengths.put(path, 0);
        for (int i = 0; i < values.size(); i++) {
            if (!counted && !(values.get(i) instanceof List)) {
                lines.document(index).value(i).error(path + " is not array");
                continue;
            }
            int length = values.get(i) instanceof List<?> list ? list.size() : 0;
            lengths.put(path, length);
            if (counted && length == wanted == subject.negative()) {
                lines.document(index).add(failure(subject, path, String.valueOf(wanted), String.valueOf(length)));
            }
        }
        return lines;
    }

    /** The length that is asked for; negative for none. */
    private static int wanted(Subject subject) {
        return subject.parameters().get("count") instanceof Number count ? count.intValue() : -1;
    }

    private static List<String> paths(Subject subject) {
        return subject.parameters().get("paths") instanceof List<?> list
                ? list.stream().map(GoFormat::value).toList()
                : List.of();
    }

    private static Lines failure(Subject subject, String path, String wanted, String actual) {
        return new Lines()
                .path(path)
                .expected(subject, "to match count")
                .text(wanted)
                .actual(actual);
    }
}
