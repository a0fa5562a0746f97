package decs.template.language;

import java.time.Duration;

/**
 * Budgets for input that one does not trust; every engine below counts against them and can be interrupted.
 *
 * @param maxDepth nested template executions (Go's text/template allows 100,000)
 * @param maxIncludes nested uses of one name through {@code include} (Helm: 1,000), and of {@code tpl}
 * @param maxSteps nodes run, items made and bytes matched in one render
 * @param maxOutputBytes characters that one render may write, includes counted each time
 * @param maxTime wall time of one render
 * @param maxYamlDepth nested YAML collections
 * @param maxYamlAliases nodes that aliases may add up to
 * @param maxArchiveBytes bytes of one chart archive, unpacked
 * @param maxFileBytes bytes of one file of a chart
 * @param maxArchiveEntries entries of one chart archive
 */
public record Limits(
        int maxDepth,
        int maxIncludes,
        long maxSteps,
        long maxOutputBytes,
        Duration maxTime,
        int maxYamlDepth,
        long maxYamlAliases,
        long maxArchiveBytes,
        long maxFileBytes,
        int maxArchiveEntries) {

    /** Helm's own limits where it has them, and generous ones elsewhere. */
    public static Limits defaults() {
        return new Limits(
                100_000,
                1_000,
                100_000_000L,
                1L << 30,
                Duration.ofMinutes(5),
                10_000,
                4_000_000L,
                100L << 20,
                5L << 20,
                100_000);
    }
}
