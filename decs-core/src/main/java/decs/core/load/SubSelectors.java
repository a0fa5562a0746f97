package decs.core.load;

import decs.core.select.Selector;
import decs.core.spec.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a nested file is meant: its entry's selectors, or the parent's. */
final class SubSelectors {
    private SubSelectors() {}

    static Selector of(Fields entry, Selector parent, Map<String, String> environment) {
        if (entry.has("selectors")) {
            return Selector.parse(entry.texts("selectors"));
        }
        String experimental = environment.getOrDefault("HELMFILE_EXPERIMENTAL", "");
        boolean explicit = experimental.equals("true") || experimental.contains("explicit-selector-inheritance");
        return explicit && !inherits(entry) ? Selector.parse(List.of()) : parent;
    }

    /** What is wrong with an entry's selectors. */
    static Optional<String> problem(Fields entry) {
        List<String> own = entry.texts("selectors");
        if (inherits(entry) && !own.isEmpty()) {
            return Optional.of("you cannot use 'SelectorsInherited: true' along with and explicit selector for path: "
                    + entry.text("path"));
        }
        if (entry.text("path").isEmpty() && entry.has("selectors")) {
            return Optional.of("found 'selectors' definition without path: [" + String.join(" ", own) + "]");
        }
        return Optional.empty();
    }

    private static boolean inherits(Fields entry) {
        return entry.flag("selectorsInherited").orElse(false);
    }

    /** Whether the command line's selectors and the entry's can never both hold. */
    static boolean skipped(Fields entry, List<String> commandLine) {
        List<String> own = entry.texts("selectors");
        return !own.isEmpty() && !commandLine.isEmpty() && Selector.parse(own).contradicts(Selector.parse(commandLine));
    }
}
