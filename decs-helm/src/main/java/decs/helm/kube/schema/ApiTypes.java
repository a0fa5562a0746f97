package decs.helm.kube.schema;

import decs.helm.kube.ResourceType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The built-in kinds of the API and their types. The table is a text file ({@code api-types.txt}) taken from what a real
 * server publishes; a type's line is parsed when the type is first needed.
 */
public final class ApiTypes {
    private static final String TABLE = "api-types.txt";
    /** In the server, but in no client's table of types. */
    private static final String AGGREGATOR = "apiregistration.k8s.io";

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, List<String>> served = new LinkedHashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, Shape.Struct> types = new ConcurrentHashMap<>();

    private record Kind(ResourceType resource, String type) {}

    private ApiTypes(BufferedReader table) throws IOException {
        String packageName = "";
        for (String line = table.readLine(); line != null; line = table.readLine()) {
            String[] words = line.split(" ", 7);
            switch (words[0]) {
                case "kind" -> kinds.put(words[1] + " " + words[2], kind(words));
                case "served" -> served.put(words[1], List.of(line.split(" ")).subList(2, line.split(" ").length));
                case "in" -> packageName = words[1];
                case "type" -> {
                    String name = words[1].endsWith("!") ? words[1].substring(0, words[1].length() - 1) : words[1];
                    lines.put(packageName + "." + name, line.substring(5));
                }
                default -> {}
            }
        }
    }

    private static Kind kind(String[] words) {
        return new Kind(
                new ResourceType(
                        ResourceType.groupOf(words[1]),
                        ResourceType.versionOf(words[1]),
                        words[2],
                        words[3],
                        words[4].equals("namespaced")),
                words[5]);
    }

    /** The table, read once. */
    public static ApiTypes builtIn() {
        return Table.INSTANCE;
    }

    private static final class Table {
        static final ApiTypes INSTANCE = read();

        private static ApiTypes read() {
            try (InputStream in = ApiTypes.class.getResourceAsStream(TABLE);
                    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return new ApiTypes(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(TABLE, e);
            }
        }
    }

    /** The type of a built-in kind. */
    public Optional<Shape.Struct> type(String apiVersion, String kind) {
        return Optional.ofNullable(kinds.get(apiVersion + " " + kind)).map(found -> type(found.type()));
    }

    /** Whether Helm and kubectl know the kind's Go type, and so patch it with a strategic merge. */
    public boolean strategic(String apiVersion, String kind) {
        return kinds.containsKey(apiVersion + " " + kind)
                && !ResourceType.groupOf(apiVersion).equals(AGGREGATOR);
    }

    /** How the server addresses a built-in kind, whether served by default or not. */
    public Optional<ResourceType> resource(String apiVersion, String kind) {
        return Optional.ofNullable(kinds.get(apiVersion + " " + kind)).map(Kind::resource);
    }

    /** The group versions that a server serves by default, in its order of preference. */
    public List<String> groupVersions() {
        return List.copyOf(served.keySet());
    }

    /** The kinds that a server serves by default. */
    public List<ResourceType> resources() {
        List<ResourceType> all = new ArrayList<>();
        for (String groupVersion : served.keySet()) {
            for (Kind kind : kinds.values()) {
                if (kind.resource().apiVersion().equals(groupVersion)) {
                    all.add(kind.resource());
                }
            }
        }
        return all;
    }

    /** The kinds of the subresources ({@code Scale}) that a group version serves by default. */
    public List<String> subresourceKinds(String groupVersion) {
        return served.getOrDefault(groupVersion, List.of());
    }

    /** The type of {@code metadata}, the same for every kind. */
    public Shape.Struct objectMeta() {
        return type("meta.ObjectMeta");
    }

    private Shape.Struct type(String qualified) {
        return types.computeIfAbsent(qualified, this::read);
    }

    private Shape.Struct read(String qualified) {
        String line = lines.get(qualified);
        if (line == null) {
            throw new IllegalStateException(TABLE + " refers to " + qualified);
        }
        String packageName = qualified.substring(0, qualified.lastIndexOf('.'));
        String[] words = line.split(" ");
        boolean atomic = words[0].endsWith("!");
        return new Shape.Struct(qualified.substring(packageName.length() + 1), atomic, () -> {
            Map<String, Field> fields = new LinkedHashMap<>();
            for (int i = 1; i < words.length; i++) {
                Field field = new TypeText(words[i], name -> type(name.contains(".") ? name : packageName + "." + name))
                        .field();
                fields.put(field.name(), field);
            }
            return fields;
        });
    }
}
