package decs.core.load;

import decs.core.select.Selector;
import decs.core.spec.Fields;
import decs.template.source.DecsException;
import java.util.List;
import java.util.Map;

/** What of a nested file is meant: its entry's selectors, or the parent's. */
final class SubSelectors {
    private SubSelectors() {}

    static Selector of(Fields entry, Selector parent, Map<String, String> environment) {
        boolean inherits = entry.flag("selectorsInherited").orElse(false);
        List<String> own = entry.texts("selectors");
        if (inherits && !own.isEmpty()) {
            throw new DecsException(
                    "you cannot use 'SelectorsInherited: true' along with and explicit selector for path: "
                            + entry.text("path"));
        }
        if (entry.text("path").isEmpty() && entry.has("selectors")) {
            throw new DecsException("found 'selectors' definition without path: [" + String.join(" ", own) + "]");
        }
        if (entry.has("selectors")) {
            return Selector.parse(own);
        }
        String experimental = environment.getOrDefault("HELMFILE_EXPERIMENTAL", "");
        boolean explicit = experimental.equals("true") || experimental.contains("explicit-selector-inheritance");
        return explicit && !inherits ? Selector.parse(List.of()) : parent;
    }

    /** Whether the command line's selectors and the entry's can never both hold. */
    static boolean skipped(Fields entry, List<String> commandLine) {
        List<String> own = entry.texts("selectors");
        return !own.isEmpty() && !commandLine.isEmpty() && Selector.parse(own).contradicts(Selector.parse(commandLine));
    }
}
