package decs.testing.check;

import decs.template.source.DecsException;
import java.util.List;

/** A check of every value that {@code path} leads to, in every document. */
interface ValueCheck extends Check {
    /** What is wrong with one value; the place of it is told already. */
    Lines value(Object value, Subject subject);

    /** What to say where there is no document at all. */
    Lines nothing(Subject subject);

    /** What to say where the path leads nowhere. */
    default String unknownPath(Subject subject) {
        return "unknown path " + subject.text("path");
    }

    @Override
    default List<String> failures(Subject subject) {
        Lines lines = new Lines();
        if (subject.documents().isEmpty() && !subject.negative()) {
            return nothing(subject).list();
        }
        for (int index = 0; index < subject.documents().size(); index++) {
            lines.add(document(index, subject));
            if (subject.failFast() && !lines.isEmpty()) {
                break;
            }
        }
        return lines.list();
    }

    private Lines document(int index, Subject subject) {
        Lines lines = new Lines();
        List<Object> values;
        try {
            values = subject.path().find(subject.documents().get(index));
        } catch (DecsException unreadable) {
            return lines.document(index).error(unreadable.getMessage());
        }
        if (values.isEmpty() && !subject.negative()) {
            return lines.document(index).error(unknownPath(subject));
        }
        for (int i = 0; i < values.size(); i++) {
            Lines wrong = value(values.get(i), subject);
            if (!wrong.isEmpty()) {
                lines.document(index).value(i).add(wrong);
                if (subject.failFast()) {
                    break;
                }
            }
        }
        return lines;
    }
}
