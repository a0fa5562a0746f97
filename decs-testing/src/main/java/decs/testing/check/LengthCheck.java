package decs.testing.check;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.testing.path.DocumentPath;
import java.util.List;

/** {@code lengthEqual}: lists of this length, or of the same length. */
final class LengthCheck implements Check {
    @Override
    public List<String> failures(Subject subject) {
        Lines lines = new Lines();
        if (subject.documents().isEmpty()) {
            return subject.negative()
                    ? List.of()
                    : failure(subject, "", "", "no manifest found").list();
        }
        for (int index = 0; index < subject.documents().size(); index++) {
            lines.add(document(index, subject));
            if (subject.failFast() && !lines.isEmpty()) {
                break;
            }
        }
        return lines.list();
    }

    private static Lines document(int index, Subject subject) {
        boolean counted = subject.parameters().get("count") instanceof Number;
        boolean one = subject.parameters().containsKey("path");
        if (one && !counted) {
            return new Lines().document(index).error("'count' field must be set if 'path' is used");
        }
        Lines lines = new Lines();
        int wanted = counted ? ((Number) subject.parameters().get("count")).intValue() : -1;
        int first = wanted;
        for (String path : one ? List.of(subject.text("path")) : paths(subject)) {
            List<Object> values;
            try {
                values = DocumentPath.parse(path).find(subject.documents().get(index));
            } catch (DecsException unreadable) {
                return lines.document(index).error(unreadable.getMessage());
            }
            if (values.isEmpty() && !subject.negative()) {
                lines.document(index).error("unknown path " + path);
            }
            for (Object value : values) {
                int length = value instanceof List<?> list ? list.size() : 0;
                first = first < 0 ? length : first;
                boolean fits = counted ? length == wanted : length == first;
                if (fits == subject.negative() && (counted || !subject.negative())) {
                    lines.document(index).add(failure(subject, path, String.valueOf(wanted), String.valueOf(length)));
                }
            }
        }
        return lines;
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
