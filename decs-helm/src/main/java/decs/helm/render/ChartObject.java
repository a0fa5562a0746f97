package decs.helm.render;

import decs.helm.chart.ChartMetadata;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.helm.chart.Maintainer;
import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes {@code .Chart}: a struct in Helm 3, a map of the same names in Helm 4. */
final class ChartObject {
    private static final String STRING = "string";

    private ChartObject() {}

    static Object of(ChartMetadata metadata, boolean isRoot, HelmVersion version) {
        return version == HelmVersion.V3 ? struct(metadata, isRoot) : map(metadata, isRoot);
    }

    private static StructObject struct(ChartMetadata chart, boolean isRoot) {
        StructObject metadata = StructObject.of("chart.Metadata")
                .optional("Name", "name", chart.name())
                .optional("Home", "home", chart.home())
                .optional("Sources", "sources", texts(chart.sources()))
                .optional("Version", "version", chart.version())
                .optional("Description", "description", chart.description())
                .optional("Keywords", "keywords", texts(chart.keywords()))
                .optional(
                        "Maintainers",
                        "maintainers",
                        structs("*chart.Maintainer", chart.maintainers(), ChartObject::struct))
                .optional("Icon", "icon", chart.icon())
                .optional("APIVersion", "apiVersion", chart.apiVersion())
                .optional("Condition", "condition", chart.condition())
                .optional("Tags", "tags", chart.tags())
                .optional("AppVersion", "appVersion", chart.appVersion())
                .optional("Deprecated", "deprecated", chart.deprecated())
                .optional("Annotations", "annotations", annotations(chart.annotations()))
                .optional("KubeVersion", "kubeVersion", chart.kubeVersion())
                .optional(
                        "Dependencies",
                        "dependencies",
                        structs("*chart.Dependency", chart.dependencies(), ChartObject::struct))
                .optional("Type", "type", chart.type())
                .build();
        return StructObject.of("struct { chart.Metadata; IsRoot bool }")
                .embedded("Metadata", metadata)
                .field("IsRoot", "IsRoot", isRoot)
                .build();
    }

    private static StructObject struct(Maintainer maintainer) {
        return StructObject.of("*chart.Maintainer")
                .optional("Name", "name", maintainer.name())
                .optional("Email", "email", maintainer.email())
                .optional("URL", "url", maintainer.url())
                .build();
    }

    private static StructObject struct(Dependency dependency) {
        return StructObject.of("*chart.Dependency")
                .field("Name", "name", dependency.name())
                .optional("Version", "version", dependency.version())
                .field("Repository", "repository", dependency.repository())
                .optional("Condition", "condition", dependency.condition())
                .optional("Tags", "tags", texts(dependency.tags()))
                .optional("Enabled", "enabled", dependency.enabled())
                .optional("ImportValues", "import-values", new ArrayList<>(dependency.importValues()))
                .optional("Alias", "alias", dependency.alias())
                .build();
    }

    private static ValueMap map(ChartMetadata chart, boolean isRoot) {
        ValueMap map = new ValueMap(18);
        map.put("Name", chart.name());
        map.put("Home", chart.home());
        map.put("Sources", new ArrayList<>(chart.sources()));
        map.put("Version", chart.version());
        map.put("Description", chart.description());
        map.put("Keywords", new ArrayList<>(chart.keywords()));
        map.put("Maintainers", list(chart.maintainers(), ChartObject::map));
        map.put("Icon", chart.icon());
        map.put("APIVersion", chart.apiVersion());
        map.put("Condition", chart.condition());
        map.put("Tags", chart.tags());
        map.put("AppVersion", chart.appVersion());
        map.put("Deprecated", chart.deprecated());
        map.put("Annotations", annotations(chart.annotations()));
        map.put("KubeVersion", chart.kubeVersion());
        map.put("Dependencies", list(chart.dependencies(), ChartObject::map));
        map.put("Type", chart.type());
        map.put("IsRoot", isRoot);
        return map;
    }

    private static ValueMap map(Maintainer maintainer) {
        ValueMap map = new ValueMap();
        map.put("Name", maintainer.name());
        map.put("Email", maintainer.email());
        map.put("URL", maintainer.url());
        return map;
    }

    private static ValueMap map(Dependency dependency) {
        ValueMap map = new ValueMap();
        map.put("Name", dependency.name());
        map.put("Version", dependency.version());
        map.put("Repository", dependency.repository());
        map.put("Condition", dependency.condition());
        map.put("Tags", new ArrayList<>(dependency.tags()));
        map.put("Enabled", dependency.enabled());
        map.put("ImportValues", new ArrayList<>(dependency.importValues()));
        map.put("Alias", dependency.alias());
        return map;
    }

    private static GoMap annotations(Map<String, String> annotations) {
        if (annotations.isEmpty()) {
            return GoMap.nil(STRING);
        }
        GoMap map = new GoMap(STRING);
        map.putAll(annotations);
        return map;
    }

    private static GoSlice texts(List<String> texts) {
        return texts.isEmpty() ? GoSlice.nil(STRING) : GoSlice.strings(texts);
    }

    private static <T> GoSlice structs(String goType, List<T> items, Function<T, Object> form) {
        return items.isEmpty() ? GoSlice.nil(goType) : GoSlice.over(goType, list(items, form));
    }

    private static <T> List<Object> list(List<T> items, Function<T, Object> form) {
        List<Object> list = new ArrayList<>(items.size());
        items.forEach(item -> list.add(form.apply(item)));
        return list;
    }
}
