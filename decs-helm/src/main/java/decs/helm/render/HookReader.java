package decs.helm.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the {@code helm.sh/hook} annotations of a document say. */
final class HookReader {
    private static final String EVENTS = "helm.sh/hook";
    private static final String WEIGHT = "helm.sh/hook-weight";
    private static final String DELETE_POLICY = "helm.sh/hook-delete-policy";
    private static final String LOG_POLICY = "helm.sh/hook-output-log-policy";

    private HookReader() {}

    static boolean isHook(ManifestHead head) {
        return head.annotations().containsKey(EVENTS);
    }

    /** The hook; empty when it names an event that Helm does not know, and then the document counts for nothing. */
    static Optional<RenderedHook> read(String path, String text, ManifestHead head) {
        Map<String, String> annotations = head.annotations();
        List<HookEvent> events = new ArrayList<>();
        for (String name : words(annotations.get(EVENTS))) {
            Optional<HookEvent> event = HookEvent.of(name);
            if (event.isEmpty()) {
                return Optional.empty();
            }
            events.add(event.get());
        }
        return Optional.of(new RenderedHook(
                head.name(),
                head.kind(),
                path,
                text,
                events,
                weight(annotations.get(WEIGHT)),
                all(annotations.get(DELETE_POLICY), HookDeletePolicy::of),
                all(annotations.get(LOG_POLICY), HookLogPolicy::of)));
    }

    private static <T> List<T> all(String value, Function<String, Optional<T>> reader) {
        if (value == null) {
            return List.of();
        }
        return words(value).stream().map(reader).flatMap(Optional::stream).toList();
    }

    private static List<String> words(String value) {
        List<String> words = new ArrayList<>();
        for (String word : value.split(",", -1)) {
            words.add(GoSpace.trim(word).toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static int weight(String value) {
        if (value == null) {
            return 0;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
