package decs.helm.chart;

import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Chart.yaml, Chart.lock and their older forms as Helm decodes and writes them. Reading converts as Go does ({@code
 * appVersion: 1.10} is {@code "1.1"}) and does not check; {@link MetadataRules} does.
 */
public final class ChartYaml {
    private final HelmVersion version;

    public ChartYaml(HelmVersion version) {
        this.version = version;
    }

    /**
     * The metadata in Chart.yaml.
     *
     * @throws decs.template.source.DecsException with the text that Helm prints behind {@code cannot load Chart.yaml:}
     */
    public ChartMetadata read(Source chartYaml) {
        Object tree = Yaml.readTyped(chartYaml);
        if (version == HelmVersion.V4) {
            StructReader.of(tree, "loader", "chartBase").text("apiVersion");
        }
        return readTree(tree);
    }

    /** The metadata in a tree that {@link Yaml#readTyped} or JSON gave. */
    public ChartMetadata readTree(Object tree) {
        StructReader in = StructReader.of(tree, goPackage(), "Metadata");
        Map<String, String> annotations = in.textMap("annotations");
        String apiVersion = in.text("apiVersion");
        String appVersion = in.text("appVersion");
        String condition = in.text("condition");
        List<Dependency> dependencies = dependencies(in);
        boolean deprecated = in.flag("deprecated");
        String description = in.text("description");
        String home = in.text("home");
        String icon = in.text("icon");
        List<String> keywords = in.texts("keywords");
        String kubeVersion = in.text("kubeVersion");
        List<Maintainer> maintainers = maintainers(in);
        return new ChartMetadata(
                in.text("name"),
                home,
                in.texts("sources"),
                in.text("version"),
                description,
                keywords,
                maintainers,
                icon,
                apiVersion,
                condition,
                in.text("tags"),
                appVersion,
                deprecated,
                annotations,
                kubeVersion,
                dependencies,
                in.text("type"));
    }

    /** Chart.yaml with requirements.yaml decoded onto it: what the second one names counts. */
    public ChartMetadata readWithRequirements(Source chartYaml, Source requirements) {
        Object over = Yaml.readTyped(requirements);
        readTree(over);
        ValueMap tree = new ValueMap();
        for (Object part : Arrays.asList(Yaml.readTyped(chartYaml), over)) {
            if (part instanceof Map<?, ?> map) {
                map.forEach((key, value) -> {
                    if (value != null) {
                        tree.put((String) key, value);
                    }
                });
            }
        }
        return readTree(tree);
    }

    /** Chart.lock or requirements.lock. */
    public ChartLock readLock(Source lock) {
        StructReader in = StructReader.of(Yaml.readTyped(lock), goPackage(), "Lock");
        List<Dependency> dependencies = dependencies(in);
        return new ChartLock(in.text("generated"), in.text("digest"), dependencies);
    }

    private String goPackage() {
        return version == HelmVersion.V3 ? "chart" : "v2";
    }

    private List<Dependency> dependencies(StructReader in) {
        List<Dependency> dependencies = new ArrayList<>();
        for (StructReader entry : in.structs("dependencies", goPackage(), "Dependency")) {
            dependencies.add(entry == null ? Dependency.NULL_ENTRY : dependency(entry));
        }
        return dependencies;
    }

    private static Dependency dependency(StructReader in) {
        String alias = in.text("alias");
        String condition = in.text("condition");
        boolean enabled = in.flag("enabled");
        List<Object> importValues = in.values("import-values");
        String name = in.text("name");
        String repository = in.text("repository");
        List<String> tags = in.texts("tags");
        return new Dependency(name, in.text("version"), repository, condition, tags, enabled, importValues, alias);
    }

    private List<Maintainer> maintainers(StructReader in) {
        List<Maintainer> maintainers = new ArrayList<>();
        for (StructReader entry : in.structs("maintainers", goPackage(), "Maintainer")) {
            maintainers.add(
                    entry == null
                            ? Maintainer.NULL_ENTRY
                            : new Maintainer(entry.text("name"), entry.text("email"), entry.text("url")));
        }
        return maintainers;
    }

    /** The metadata as Helm's JSON has it: in Go's field order, absent fields left out. */
    public static ValueMap tree(ChartMetadata metadata) {
        ValueMap tree = new ValueMap();
        put(tree, "name", metadata.name());
        put(tree, "home", metadata.home());
        put(tree, "sources", metadata.sources());
        put(tree, "version", metadata.version());
        put(tree, "description", metadata.description());
        put(tree, "keywords", metadata.keywords());
        put(tree, "maintainers", list(metadata.maintainers(), ChartYaml::tree));
        put(tree, "icon", metadata.icon());
        put(tree, "apiVersion", metadata.apiVersion());
        put(tree, "condition", metadata.condition());
        put(tree, "tags", metadata.tags());
        put(tree, "appVersion", metadata.appVersion());
        put(tree, "deprecated", metadata.deprecated());
        put(tree, "annotations", new ValueMap(metadata.annotations()));
        put(tree, "kubeVersion", metadata.kubeVersion());
        put(tree, "dependencies", list(metadata.dependencies(), ChartYaml::tree));
        put(tree, "type", metadata.type());
        return tree;
    }

    /** A dependency as Helm's JSON has it; {@code repository} is always there. */
    public static ValueMap tree(Dependency dependency) {
        ValueMap tree = new ValueMap();
        tree.put("name", dependency.name());
        put(tree, "version", dependency.version());
        tree.put("repository", dependency.repository());
        put(tree, "condition", dependency.condition());
        put(tree, "tags", dependency.tags());
        put(tree, "enabled", dependency.enabled());
        put(tree, "import-values", dependency.importValues());
        put(tree, "alias", dependency.alias());
        return tree;
    }

    /** A lock as Helm's JSON has it. */
    public static ValueMap tree(ChartLock lock) {
        ValueMap tree = new ValueMap();
        tree.put("generated", lock.generated());
        tree.put("digest", lock.digest());
        tree.put("dependencies", list(lock.dependencies(), ChartYaml::tree));
        return tree;
    }

    private static ValueMap tree(Maintainer maintainer) {
        ValueMap tree = new ValueMap();
        put(tree, "name", maintainer.name());
        put(tree, "email", maintainer.email());
        put(tree, "url", maintainer.url());
        return tree;
    }

    private static <T> List<Object> list(List<T> items, Function<T, Object> form) {
        return new ArrayList<>(items.stream().map(form).toList());
    }

    private static void put(ValueMap tree, String field, Object value) {
        boolean absent = "".equals(value)
                || Boolean.FALSE.equals(value)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!absent) {
            tree.put(field, value);
        }
    }
}
