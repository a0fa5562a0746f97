package decs.testing.run;

import decs.helm.action.ReleaseName;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.Dependency;
import decs.helm.render.Capabilities;
import decs.helm.render.ChartRenderer;
import decs.helm.render.KubeVersion;
import decs.helm.render.Lookup;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.template.semver.Constraint;
import decs.testing.suite.Settings;
import decs.testing.suite.Suite;
import decs.testing.suite.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Renders what a test wants to see. */
record CaseRender(ChartRenderer renderer, SuitePlace place, Suite suite, GivenValues given, TestOptions options) {
    private static final String FILE = "#### file: ";

    /** The minor version of Kubernetes that the plugin renders for, whatever Helm it runs in; snapshots hold it. */
    private static final String UNSET_MINOR = "20";

    /** What a test sees: the suite's templates, whichever the test names. */
    Rendering of(TestCase test) {
        Settings settings = test.settings().over(suite.settings());
        if (!settings.release().name().isEmpty()) {
            ReleaseName.checkGiven(settings.release().name());
        }
        Map<String, String> rendered = new TreeMap<>(renderer.texts(request(test, settings), wanted()));
        options.renders().ifPresent(folder -> Renders.write(folder, rendered));
        Map<String, String> texts = settings.postRenderer()
                .map(program -> filtered(program, rendered))
                .orElse(rendered);
        if (suite.crds()) {
            definitions(place.root(), place.root().name(), texts);
        }
        return Rendering.of(texts, settings.postRenderer().isPresent());
    }

    private Predicate<String> wanted() {
        Predicate<String> excluded = new TemplateNames(place.route(), suite.excluded()).meant();
        TemplateNames names = new TemplateNames(place.route(), suite.templates());
        return names.all() ? excluded.negate() : names.meant().and(excluded.negate());
    }

    private RenderRequest request(TestCase test, Settings settings) {
        RenderOptions rendering = RenderOptions.defaults();
        Settings.ReleaseSetting release = settings.release();
        List<Object> objects = settings.cluster().objects();
        return RenderRequest.of(
                        chart(settings.chart()),
                        new CaseValues(place, given, options).of(suite, test),
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
        String major = setting.major().isEmpty() ? "1" : setting.major();
        String minor = setting.minor().isEmpty() ? UNSET_MINOR : setting.minor();
        KubeVersion version = KubeVersion.parse("v" + major + "." + minor + ".0", options.version());
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
                .withMetadata(fitted(changed(place.root().metadata(), setting), setting))
                .withSubcharts(subcharts);
    }

    /** What a parent demands of its subcharts' versions is held against those that they really have. */
    private ChartMetadata fitted(ChartMetadata metadata, Settings.ChartSetting setting) {
        if (setting.version().isEmpty()) {
            return metadata;
        }
        return metadata.withDependencies(metadata.dependencies().stream()
                .map(dependency -> place.root().subcharts().stream().anyMatch(sub -> isOf(sub, dependency))
                        ? dependency.withVersion(setting.version())
                        : dependency)
                .toList());
    }

    private static boolean isOf(Chart subchart, Dependency dependency) {
        return subchart.name().equals(dependency.name())
                && Constraint.admits(dependency.version(), subchart.metadata().version());
    }

    private static ChartMetadata changed(ChartMetadata metadata, Settings.ChartSetting setting) {
        ChartMetadata changed = setting.version().isEmpty() ? metadata : metadata.withVersion(setting.version());
        return setting.appVersion().isEmpty() ? changed : changed.withAppVersion(setting.appVersion());
    }

    private static void definitions(Chart chart, String path, Map<String, String> texts) {
        for (ChartFile file : chart.files()) {
            if (file.name().matches("crds/.*\\.(yaml|yml|json)")) {
                texts.put(path + "/" + file.name(), file.text());
            }
        }
        chart.subcharts().forEach(sub -> definitions(sub, path + "/charts/" + sub.name(), texts));
    }

    private Map<String, String> filtered(Settings.PostRenderer program, Map<String, String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach((path, text) -> all.append("---\n")
                .append(FILE)
                .append(path)
                .append('\n')
                .append(text.strip())
                .append('\n'));
        String answer =
                options.postRendering().run(program.command(), program.arguments(), all.toString(), options.folder());
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
