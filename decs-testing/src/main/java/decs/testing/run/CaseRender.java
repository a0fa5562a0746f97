package decs.testing.run;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartMetadata;
import decs.helm.render.Capabilities;
import decs.helm.render.ChartRenderer;
import decs.helm.render.KubeVersion;
import decs.helm.render.Lookup;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.testing.suite.Assertion;
import decs.testing.suite.Settings;
import decs.testing.suite.Suite;
import decs.testing.suite.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders what a test wants to see. */
record CaseRender(ChartRenderer renderer, SuitePlace place, Suite suite, TestOptions options) {
    private static final String FILE = "#### file: ";

    /** The text of each template that is selected, by its path. */
    Map<String, String> texts(TestCase test) {
        Settings settings = test.settings().over(suite.settings());
        TemplateNames wanted = new TemplateNames(place.route(), selected(test));
        TemplateNames excluded = new TemplateNames(place.route(), suite.excluded());
        Map<String, String> texts = new TreeMap<>(renderer.texts(
                request(test, settings),
                path -> (wanted.all() || wanted.mean(path)) && !excluded.mean(path)));
        texts.keySet().removeIf(path -> path.substring(path.lastIndexOf('/') + 1).startsWith("_"));
        if (suite.crds()) {
            definitions().forEach(texts::putIfAbsent);
        }
        return settings.postRenderer().map(program -> rendered(program, texts)).orElse(texts);
    }

    /** A test's templates are rendered with those of its suite: they may include one another. */
    private List<String> selected(TestCase test) {
        List<String> names = new ArrayList<>(suite.templates());
        names.addAll(test.templates());
        test.assertions().stream().map(Assertion::template).filter(name -> !name.isEmpty() && !names.isEmpty()).forEach(names::add);
        return names;
    }

    private RenderRequest request(TestCase test, Settings settings) {
        RenderOptions rendering = RenderOptions.defaults();
        Settings.ReleaseSetting release = settings.release();
        List<Object> objects = settings.cluster().objects();
        return RenderRequest.of(
                        chart(settings.chart()),
                        new CaseValues(place, options).of(suite, test),
                        new ReleaseInfo(
                                release.name().isEmpty() ? "RELEASE-NAME" : release.name(),
                                release.namespace().isEmpty() ? "NAMESPACE" : release.namespace(),
                                release.revision(),
                                release.upgrade()),
                        options.version())
                .withCapabilities(capabilities(settings.capabilities()))
                .withOptions(options.skipSchema() ? rendering.withoutSchemaValidation() : rendering)
                .withLookup(objects.isEmpty() ? Lookup.NONE : new ObjectLookup(objects))
                .withHost(options.host())
                .withLimits(options.limits());
    }

    private Capabilities capabilities(Settings.CapabilitySetting setting) {
        KubeVersion version = Capabilities.defaults(options.version()).kubeVersion();
        if (!setting.major().isEmpty() || !setting.minor().isEmpty()) {
            String major = setting.major().isEmpty() ? version.major() : setting.major();
            String minor = setting.minor().isEmpty() ? version.minor() : setting.minor();
            version = KubeVersion.parse("v" + major + "." + minor + ".0", options.version());
        }
        return new Capabilities(version, setting.apiVersions());
    }

    private Chart chart(Settings.ChartSetting setting) {
        if (setting.version().isEmpty() && setting.appVersion().isEmpty()) {
            return place.root();
        }
        List<Chart> subcharts = place.root().subcharts().stream()
                .map(sub -> sub.withMetadata(changed(sub.metadata(), setting)))
                .toList();
        return place.root()
                .withMetadata(changed(place.root().metadata(), setting))
                .withSubcharts(subcharts);
    }

    private static ChartMetadata changed(ChartMetadata metadata, Settings.ChartSetting setting) {
        ChartMetadata changed = setting.version().isEmpty() ? metadata : metadata.withVersion(setting.version());
        return setting.appVersion().isEmpty() ? changed : changed.withAppVersion(setting.appVersion());
    }

    private Map<String, String> definitions() {
        Map<String, String> texts = new TreeMap<>();
        for (ChartFile file : place.root().files()) {
            if (file.name().startsWith("crds/")) {
                texts.put(place.root().name() + "/" + file.name(), file.text());
            }
        }
        return texts;
    }

    private Map<String, String> rendered(Settings.PostRenderer program, Map<String, String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach((path, text) ->
                all.append("---\n").append(FILE).append(path).append('\n').append(text.strip()).append('\n'));
        String answer = options.postRendering()
                .run(program.command(), program.arguments(), all.toString(), options.folder());
        Map<String, String> changed = new TreeMap<>();
        if (!answer.contains(FILE)) {
            changed.put("manifest.yaml", answer);
            return changed;
        }
        List<String> parts = new ArrayList<>(List.of(answer.split("(?m)^---\n(?=#### file: )")));
        for (String part : parts) {
            if (part.startsWith(FILE)) {
                int line = part.indexOf('\n');
                changed.put(part.substring(FILE.length(), line), part.substring(line + 1));
            }
        }
        return changed;
    }
}
