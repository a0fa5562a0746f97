package decs.helm.kube.apply;

import decs.template.source.DecsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An apply that would take fields from other managers; the words are the server's. */
public final class ApplyException extends DecsException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldConflict> conflicts;

    ApplyException(List<FieldConflict> conflicts) {
        super(words(conflicts));
        this.conflicts = List.copyOf(conflicts);
    }

    public List<FieldConflict> conflicts() {
        return conflicts;
    }

    private static String words(List<FieldConflict> conflicts) {
        if (conflicts.size() == 1) {
            FieldConflict only = conflicts.get(0);
            return "Apply failed with 1 conflict: conflict with " + only.owner() + ": " + only.field();
        }
        Map<String, List<FieldConflict>> byOwner = conflicts.stream()
                .collect(Collectors.groupingBy(FieldConflict::owner, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder("Apply failed with " + conflicts.size() + " conflicts:");
        byOwner.forEach((owner, fields) -> {
            text.append(text.charAt(text.length() - 1) == ':' ? ' ' : '\n');
            text.append("conflicts with ").append(owner).append(':');
            fields.forEach(conflict -> text.append("\n- ").append(conflict.field()));
        });
        return text.toString();
    }
}
