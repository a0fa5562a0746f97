package decs.testing.check;

import java.util.List;
import java.util.Map;

/** {@code containsDocument}: every document, or with {@code any} one of them, is this object. */
final class DocumentCheck implements Check {
    @Override
    public List<String> failures(Subject subject) {
        boolean any = subject.flag("any");
        Lines lines = new Lines();
        if (subject.documents().isEmpty()) {
            return subject.negative() ? List.of() : failure(0, subject).list();
        }
        boolean found = false;
        for (int index = 0; index < subject.documents().size(); index++) {
            boolean fits = isMeant(subject.documents().get(index), subject);
            found |= fits;
            if (fits == subject.negative()) {
                lines.add(failure(index, subject));
                if (subject.failFast()) {
                    break;
                }
            }
        }
        return any && found != subject.negative() ? List.of() : lines.list();
    }

    private static boolean isMeant(Object document, Subject subject) {
        if (!(document instanceof Map<?, ?> map)) {
            return false;
        }
        Map<?, ?> metadata = map.get("metadata") instanceof Map<?, ?> given ? given : Map.of();
        return (!map.containsKey("kind") || fits(map.get("kind"), subject.text("kind")))
                && (!map.containsKey("apiVersion") || fits(map.get("apiVersion"), subject.text("apiVersion")))
                && (subject.text("name").isEmpty() || fits(metadata.get("name"), subject.text("name")))
                && (subject.text("namespace").isEmpty() || fits(metadata.get("namespace"), subject.text("namespace")));
    }

    private static boolean fits(Object actual, String wanted) {
        return wanted.equals(actual);
    }

    private static Lines failure(int index, Subject subject) {
        StringBuilder told = new StringBuilder("Kind = ").append(subject.text("kind"));
        told.append(", apiVersion = ").append(subject.text("apiVersion"));
        if (!subject.text("name").isEmpty()) {
            told.append(", Name = ").append(subject.text("name"));
        }
        if (!subject.text("namespace").isEmpty()) {
            told.append(", Namespace = ").append(subject.text("namespace"));
        }
        return new Lines()
                .document(index)
                .expected(subject, "to contain document")
                .text(told.toString());
    }
}
