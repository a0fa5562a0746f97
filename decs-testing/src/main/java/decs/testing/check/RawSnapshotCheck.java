package decs.testing.check;

import java.util.List;

/** {@code matchSnapshotRaw}: the text of a file that is no YAML is what it was. */
final class RawSnapshotCheck implements Check {
    @Override
    public List<String> failures(Subject subject) {
        Lines lines = new Lines();
        for (Object document : subject.documents()) {
            String text = RawText.cleaned(RawText.of(document));
            lines.add(SnapshotCheck.failure(
                    subject.snapshots().compare(Lines.shown(text) + "\n", false), subject, false));
        }
        return lines.list();
    }
}
