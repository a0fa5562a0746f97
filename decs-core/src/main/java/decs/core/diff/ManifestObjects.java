package decs.core.diff;

import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The objects of one manifest by key, in the order they stand there. Documents without kind and apiVersion are left
 * out, lists are taken apart, and of two objects with one key the first counts.
 *
 * @param duplicates keys that the manifest holds more than once
 */
public record ManifestObjects(Map<ObjectKey, ManifestObject> byKey, List<ObjectKey> duplicates) {
    private static final String SEPARATOR = "\n---\n";

    public ManifestObjects {
        byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        duplicates = List.copyOf(duplicates);
    }

    public static ManifestObjects none() {
        return new ManifestObjects(Map.of(), List.of());
    }

    /** Reads the documents of {@code manifest}, which {@code ---} lines separate. */
    public static ManifestObjects read(String manifest, ManifestReading reading) {
        Collector collector = new Collector(reading);
        for (String document : ("\n" + manifest).split(SEPARATOR, -1)) {
            String text = document.strip();
            if (!text.isEmpty()) {
                collector.document(text);
            }
        }
        return new ManifestObjects(collector.objects, collector.duplicates);
    }

    /**
     * The same by the file that each object came from, as its comment tells: so are two releases of one chart compared,
     * whose objects have different names.
     */
    public ManifestObjects byFile() {
        Map<ObjectKey, ManifestObject> files = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ObjectKey key : byKey.keySet().stream().sorted().toList()) {
            ManifestObject object = byKey.get(key);
            String file = object.text().lines().findFirst().orElse("").replaceFirst("^# Source: ", "");
            int before = counts.merge(file, 1, Integer::sum) - 1;
            ObjectKey named = ObjectKey.ofFile(before == 0 ? file : file + " " + before, key.kind());
            files.put(named, object.withKey(named));
        }
        return new ManifestObjects(files, duplicates);
    }

    private static final class Collector {
        private final ManifestReading reading;
        private final Map<ObjectKey, ManifestObject> objects = new LinkedHashMap<>();
        private final List<ObjectKey> duplicates = new ArrayList<>();

        Collector(ManifestReading reading) {
            this.reading = reading;
        }

        void document(String text) {
            if (Yaml.read(Source.of("manifest", text)) instanceof Map<?, ?> tree) {
                object(tree, text);
            }
        }

        private void object(Map<?, ?> tree, String text) {
            String kind = text(tree.get("kind"));
            String apiVersion = text(tree.get("apiVersion"));
            if (kind.isEmpty() && apiVersion.isEmpty()) {
                return;
            }
            if (kind.endsWith("List") && tree.get("items") instanceof List<?> items) {
                for (Object item : items) {
                    if (item instanceof Map<?, ?> map) {
                        object(map, Yaml.write(map));
                    }
                }
                return;
            }
            Map<?, ?> metadata = map(tree.get("metadata"));
            Map<?, ?> annotations = map(metadata.get("annotations"));
            if (reading.skippedHooks().contains(text(annotations.get("helm.sh/hook")))) {
                return;
            }
            String baseName = text(annotations.get("helm-diff/base-name"));
            String name = baseName.isEmpty() ? text(metadata.get("name")) : baseName;
            String namespace = text(metadata.get("namespace"));
            ObjectKey key = ObjectKey.of(namespace.isEmpty() ? reading.namespace() : namespace, name, kind, apiVersion);
            boolean kept = "keep".equals(text(annotations.get("helm.sh/resource-policy")));
            add(new ManifestObject(key, apiVersion, reading.normalized() ? Yaml.write(tree) : text, kept));
        }

        private void add(ManifestObject object) {
            if (objects.putIfAbsent(object.key(), object) != null) {
                duplicates.add(object.key());
            }
        }

        private static String text(Object value) {
            return Objects.toString(value, "");
        }

        private static Map<?, ?> map(Object value) {
            return value instanceof Map<?, ?> map ? map : Map.of();
        }
    }
}
