package decs.helm.action;

import decs.helm.action.LintMessage.Severity;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.HelmVersion;
import decs.helm.chart.Maintainer;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoTypes;
import decs.template.semver.SemverException;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code helm lint} says of Chart.yaml. */
final class MetadataLint {
    private static final String FILE = "Chart.yaml";

    private final HelmVersion version;
    private final List<LintMessage> messages;

    MetadataLint(HelmVersion version, List<LintMessage> messages) {
        this.version = version;
        this.messages = messages;
    }

    void check(Source chartYaml) {
        ChartMetadata metadata;
        Object tree;
        try {
            metadata = new ChartYaml(HelmVersion.V3).read(chartYaml);
            tree = Yaml.readTyped(chartYaml);
        } catch (DecsException broken) {
            error("unable to parse YAML\n\t" + broken.getMessage());
            return;
        }
        if (version == HelmVersion.V4) {
            StrictMetadata.wrong(chartYaml)
                    .ifPresent(wrong -> messages.add(new LintMessage(
                            Severity.WARNING, FILE, "failed to strictly parse chart metadata file\n\t" + wrong)));
        }
        name(metadata.name());
        apiVersion(metadata.apiVersion());
        isText(tree, "version");
        version(metadata.version());
        isText(tree, "appVersion");
        people(metadata);
        icon(metadata.icon());
        newer(metadata);
        strictVersion(metadata.version());
    }

    private void name(String name) {
        if (name.isEmpty()) {
            error("name is required");
        } else if (name.indexOf('/') >= 0) {
            error("chart name " + GoFormat.quote(name) + " is invalid");
        }
    }

    private void apiVersion(String apiVersion) {
        if (apiVersion.isEmpty()) {
            error("apiVersion is required. The value must be either \"v1\" or \"v2\"");
        } else if (!apiVersion.equals("v1") && !apiVersion.equals("v2")) {
            error("apiVersion '" + apiVersion + "' is not valid. The value must be either \"v1\" or \"v2\"");
        }
    }

    private void isText(Object tree, String field) {
        Object value = tree instanceof Map<?, ?> map ? map.get(field) : null;
        if (value != null && !(value instanceof String)) {
            String type = value instanceof Number ? "float64" : GoTypes.typeName(value);
            error(field + " should be of type string but it's of type " + type);
        }
    }

    private void version(String text) {
        if (text.isEmpty()) {
            error("version is required");
        } else if (Version.tryParse(text).isEmpty()) {
            error("version '" + text + "' is not a valid SemVer");
        }
    }

    private void strictVersion(String text) {
        if (version == HelmVersion.V3) {
            return;
        }
        try {
            Version.parseStrict(text);
        } catch (SemverException loose) {
            messages.add(new LintMessage(Severity.WARNING, FILE, "version '" + text + "' is not a valid SemVerV2"));
        }
    }

    private void people(ChartMetadata metadata) {
        metadata.maintainers().stream()
                .flatMap(maintainer -> complaint(maintainer).stream())
                .findFirst()
                .ifPresent(this::error);
        metadata.sources().stream()
                .filter(source -> !source.contains("://"))
                .findFirst()
                .ifPresent(source -> error("invalid source URL '" + source + "'"));
    }

    private static Optional<String> complaint(Maintainer maintainer) {
        if (maintainer.name().isEmpty()) {
            return Optional.of("each maintainer requires a name");
        }
        if (!maintainer.email().isEmpty() && !EmailAddress.isOne(maintainer.email())) {
            return Optional.of("invalid email '" + maintainer.email() + "' for maintainer '" + maintainer.name() + "'");
        }
        if (!maintainer.url().isEmpty() && !maintainer.url().contains("://")) {
            return Optional.of("invalid url '" + maintainer.url() + "' for maintainer '" + maintainer.name() + "'");
        }
        return Optional.empty();
    }

    private void icon(String icon) {
        if (icon.isEmpty()) {
            messages.add(new LintMessage(Severity.INFO, FILE, "icon is recommended"));
        } else if (!icon.contains("://")) {
            error("invalid icon URL '" + icon + "'");
        }
    }

    private void newer(ChartMetadata metadata) {
        if (metadata.apiVersion().equals("v2")) {
            return;
        }
        String here = "'" + metadata.apiVersion() + "'";
        if (!metadata.type().isEmpty()) {
            error("chart type is not valid in apiVersion " + here + ". It is valid in apiVersion 'v2'");
        }
        if (!metadata.dependencies().isEmpty()) {
            error("dependencies are not valid in the Chart file with apiVersion " + here
                    + ". They are valid in apiVersion 'v2'");
        }
    }

    private void error(String text) {
        messages.add(new LintMessage(Severity.ERROR, FILE, text));
    }
}
