package decs.helm.chart;

import decs.template.gofmt.GoFormat;
import decs.template.semver.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Helm asks of metadata before it uses it, and how it cleans the texts in it.
 *
 * <p>Mirrors: chart.Metadata.Validate, chart.Dependency.Validate
 */
public final class MetadataRules {
    private static final Pattern ALIAS = Pattern.compile("[a-zA-Z0-9_-]+");

    private MetadataRules() {}

    /**
     * {@code metadata} with its texts cleaned: white space as blanks, unprintable characters left out.
     *
     * @throws ChartException {@code validation: …} when a rule is broken
     */
    public static ChartMetadata check(ChartMetadata metadata) {
        ChartMetadata clean = clean(metadata);
        require(!clean.apiVersion().isEmpty(), "chart.metadata.apiVersion is required");
        checkName(clean.name());
        require(!clean.version().isEmpty(), "chart.metadata.version is required");
        require(
                Version.tryParse(clean.version()).isPresent(),
                "chart.metadata.version " + GoFormat.quote(clean.version()) + " is invalid");
        require(
                Set.of("", "application", "library").contains(clean.type()),
                "chart.metadata.type must be application or library");
        require(
                metadata.maintainers().stream().noneMatch(Maintainer::isNullEntry),
                "maintainers must not contain empty or null nodes");
        checkDependencies(metadata.dependencies(), clean.dependencies());
        return clean;
    }

    private static void checkName(String name) {
        require(!name.isEmpty(), "chart.metadata.name is required");
        require(
                !name.equals(".") && !name.equals(".."),
                "chart.metadata.name " + GoFormat.quote(name) + " is not allowed");
        require(name.indexOf('/') < 0, "chart.metadata.name " + GoFormat.quote(name) + " is invalid");
    }

    private static void checkDependencies(List<Dependency> written, List<Dependency> clean) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < clean.size(); i++) {
            require(!written.get(i).isNullEntry(), "dependencies must not contain empty or null nodes");
            Dependency dependency = clean.get(i);
            require(
                    dependency.alias().isEmpty()
                            || ALIAS.matcher(dependency.alias()).matches(),
                    "dependency " + GoFormat.quote(dependency.name()) + " has disallowed characters in the alias");
            require(
                    names.add(dependency.effectiveName()),
                    "more than one dependency with name or alias " + GoFormat.quote(dependency.effectiveName()));
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ChartException("validation: " + message);
        }
    }

    private static ChartMetadata clean(ChartMetadata in) {
        List<Maintainer> maintainers = new ArrayList<>();
        for (Maintainer m : in.maintainers()) {
            maintainers.add(new Maintainer(clean(m.name()), clean(m.email()), clean(m.url())));
        }
        List<Dependency> dependencies = new ArrayList<>();
        for (Dependency dependency : in.dependencies()) {
            dependencies.add(clean(dependency));
        }
        return new ChartMetadata(
                clean(in.name()),
                clean(in.home()),
                clean(in.sources()),
                in.version(),
                clean(in.description()),
                clean(in.keywords()),
                maintainers,
                clean(in.icon()),
                in.apiVersion(),
                clean(in.condition()),
                clean(in.tags()),
                clean(in.appVersion()),
                in.deprecated(),
                in.annotations(),
                clean(in.kubeVersion()),
                dependencies,
                in.type());
    }

    private static Dependency clean(Dependency in) {
        return new Dependency(
                clean(in.name()),
                clean(in.version()),
                clean(in.repository()),
                clean(in.condition()),
                clean(in.tags()),
                in.enabled(),
                in.importValues(),
                in.alias());
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream().map(MetadataRules::clean).toList();
    }

    private static String clean(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isSpace(c)) {
                out.append(' ');
            } else if (isPrintable(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Mirrors: unicode.IsSpace */
    private static boolean isSpace(int c) {
        return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
    }

    /** Mirrors: unicode.IsPrint */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
