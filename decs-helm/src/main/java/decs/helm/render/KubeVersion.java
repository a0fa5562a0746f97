package decs.helm.render;

import decs.helm.chart.HelmVersion;
import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kubernetes version as templates see it.
 *
 * @param version {@code .Capabilities.KubeVersion.Version}, such as {@code v1.30.2}; Helm 4 keeps a vendor's suffix here
 * @param normalized what printing gives and constraints are checked against: without suffix
 */
public record KubeVersion(String version, String normalized, String major, String minor) {
    private static final Pattern NUMBERS = Pattern.compile("\\s*v?([0-9]+(?:\\.[0-9]+)*).*", Pattern.DOTALL);

    public KubeVersion {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(normalized, "normalized");
        Objects.requireNonNull(major, "major");
        Objects.requireNonNull(minor, "minor");
    }

    /**
     * A version as {@code --kube-version} takes it.
     *
     * <p>Mirrors: chartutil.ParseKubeVersion, version.ParseGeneric
     *
     * @throws DecsException when {@code text} is no version
     */
    public static KubeVersion parse(String text, HelmVersion helm) {
        Matcher found = NUMBERS.matcher(text);
        if (!found.matches()) {
            throw invalid(text, "could not parse " + GoFormat.quote(text) + " as version");
        }
        String numbers = found.group(1);
        String[] parts = numbers.split("\\.", -1);
        if (parts.length < 2) {
            throw invalid(text, "illegal version string " + GoFormat.quote(text));
        }
        for (String part : parts) {
            if (part.length() > 1 && part.startsWith("0")) {
                throw invalid(
                        text,
                        "illegal zero-prefixed version component " + GoFormat.quote(part) + " in "
                                + GoFormat.quote(text));
            }
        }
        String normalized = "v" + numbers;
        String kept = text.startsWith("v") ? text : "v" + text;
        return new KubeVersion(helm == HelmVersion.V3 ? normalized : kept, normalized, parts[0], parts[1]);
    }

    private static DecsException invalid(String text, String why) {
        String message = "invalid kube version '" + text + "': " + why;
        return new DecsException(message, List.of(Problem.of(message).withHint("write it as 1.30 or v1.30.2")), null);
    }
}
