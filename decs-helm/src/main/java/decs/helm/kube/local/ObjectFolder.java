package decs.helm.kube.local;

import decs.helm.kube.KubeObject;
import decs.helm.kube.schema.ApiTypes;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Objects as files, {@code NAMESPACE/KIND.NAME.yaml}, those without namespace under {@code _cluster}. A file is written
 * beside its place and moved there, so that none is ever half written.
 */
final class ObjectFolder {
    private static final String CLUSTER = "_cluster";
    private static final String UNFINISHED = ".tmp";

    private final Path root;

    ObjectFolder(Path root) {
        this.root = root;
    }

    List<KubeObject> load() {
        List<KubeObject> objects = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return objects;
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(UNFINISHED)) {
                    Files.delete(file); // from a run that was killed
                } else if (name.endsWith(".yaml") && Files.isRegularFile(file)) {
                    Object tree = Yaml.read(Source.of(file.toString(), Files.readString(file)));
                    if (tree instanceof Map<?, ?> map && map.get("kind") instanceof String) {
                        objects.add(KubeObject.of(cast(map)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> cast(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }

    void save(ObjectKey key, KubeObject object) {
        Path file = file(key);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "object", UNFINISHED);
            Files.writeString(draft, Yaml.write(object.content()));
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(ObjectKey key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(ObjectKey key) {
        boolean known = key.group().isEmpty()
                || ApiTypes.builtIn().resources().stream()
                        .anyMatch(type ->
                                type.group().equals(key.group()) && type.kind().equals(key.kind()));
        String kind = key.kind().toLowerCase(Locale.ROOT) + (known ? "" : "." + key.group());
        String folder = key.namespace().isEmpty() ? CLUSTER : plain(key.namespace());
        return root.resolve(folder).resolve(plain(kind + "." + key.name()) + ".yaml");
    }

    /** A name without what could lead elsewhere or some file system refuses. */
    private static String plain(String name) {
        String safe = name.replace("%", "%25")
                .replace("/", "%2F")
                .replace("\\", "%5C")
                .replace(":", "%3A");
        return safe.startsWith(".") ? "%2E" + safe.substring(1) : safe;
    }
}
