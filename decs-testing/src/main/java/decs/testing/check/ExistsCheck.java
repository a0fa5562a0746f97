package decs.testing.check;

import decs.template.source.DecsException;
import java.util.List;

/** {@code exists}: the path leads somewhere, if only to a null. */
final class ExistsCheck implements Check {
    @Override
    public List<String> failures(Subject subject) {
        Lines lines = new Lines();
        String told = subject.text("path") + " expected to" + (subject.negative() ? " NOT" : "") + " exists";
        if (subject.documents().isEmpty() && !subject.negative()) {
            return lines.path(told).list();
        }
        for (int index = 0; index < subject.documents().size(); index++) {
            try {
                boolean found =
                        !subject.path().find(subject.documents().get(index)).isEmpty();
                if (found == subject.negative()) {
                    lines.document(index).path(told);
                }
            } catch (DecsException unreadable) {
                lines.document(index).error(unreadable.getMessage());
            }
            if (subject.failFast() && !lines.isEmpty()) {
                break;
            }
        }
        return lines.list();
    }
}
