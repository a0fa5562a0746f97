package decs.helm.kube.local;

import decs.helm.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;

/** A field selector in text form: {@code metadata.name=web,status.phase!=Failed}. */
final class FieldSelector {
    private record Requirement(String[] path, boolean wanted, String value) {}

    private final List<Requirement> requirements = new ArrayList<>();

    private FieldSelector() {}

    static FieldSelector of(String text) {
        FieldSelector selector = new FieldSelector();
        for (String part : text.split(",")) {
            int equal = part.indexOf('=');
            if (equal > 0) {
                boolean wanted = part.charAt(equal - 1) != '!';
                String field = part.substring(0, wanted ? equal : equal - 1);
                String value = part.substring(part.startsWith("==", equal) ? equal + 2 : equal + 1);
                selector.requirements.add(new Requirement(field.strip().split("\\."), wanted, value.strip()));
            } else if (!part.isBlank()) {
                throw Refusal.badRequest("invalid selector: '" + part + "'; can't understand '" + part + "'");
            }
        }
        return selector;
    }

    boolean matches(KubeObject object) {
        return requirements.stream().allMatch(requirement -> {
            Object found = object.at(requirement.path());
            String text = found == null ? "" : found.toString();
            return text.equals(requirement.value()) == requirement.wanted();
        });
    }
}
