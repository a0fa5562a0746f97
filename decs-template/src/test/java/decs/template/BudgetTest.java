package decs.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateOptions;
import decs.template.source.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates that do not end, or not soon. */
class BudgetTest {
    private static final String ENDLESS = "{{ range 2000000000 }}{{ range 2000000000 }}x{{ end }}{{ end }}";

    private static Limits limits(long steps, long output, Duration time) {
        Limits some = Limits.defaults();
        return new Limits(
                some.maxDepth(),
                some.maxIncludes(),
                steps,
                output,
                time,
                some.maxYamlDepth(),
                some.maxYamlAliases(),
                some.maxArchiveBytes(),
                some.maxFileBytes(),
                some.maxArchiveEntries());
    }

    private static String render(String text, Limits limits) {
        StringBuilder out = new StringBuilder();
        TemplateOptions options = TemplateOptions.of(TemplateWorld.functions());
        TemplateSet.compile(List.of(Source.of("a.yaml", text)), options)
                .render("a.yaml", TemplateWorld.data(), Host.system(), limits, out);
        return out.toString();
    }

    private static String failure(String text, Limits limits) {
        return assertThrows(TemplateException.class, () -> render(text, limits)).getMessage();
    }

    @Test
    void stepsEnd() {
        assertEquals(
                "template: a.yaml:1:22: executing \"a.yaml\" at <x>: stopped: more than 50000 steps",
                failure("{{ range 2000000000 }}x{{ end }}", limits(50_000, 1L << 30, Duration.ofHours(1))));
    }

    @Test
    void outputEnds() {
        assertEquals(
                "template: a.yaml:1:44: executing \"a.yaml\" at <x>: stopped: more than 30000 characters of output",
                failure(ENDLESS, limits(1L << 40, 30_000, Duration.ofHours(1))));
    }

    @Test
    void outputOfIncludesCounts() {
        String text = "{{ define \"x\" }}0123456789{{ end }}{{ range 2000000000 }}{{ $x := include \"x\" . }}{{ end }}";
        assertTrue(failure(text, limits(1L << 40, 30_000, Duration.ofHours(1)))
                .endsWith("stopped: more than 30000 characters of output"));
    }

    @Test
    void timeEnds() {
        assertEquals(
                "template: a.yaml:1:44: executing \"a.yaml\" at <x>: stopped: more than 20 milliseconds",
                failure(ENDLESS, limits(1L << 60, 1L << 60, Duration.ofMillis(20))));
    }

    @Test
    void anInterruptedThreadStops() {
        Thread.currentThread().interrupt();
        try {
            assertTrue(failure(ENDLESS, Limits.defaults()).endsWith("stopped: the thread was interrupted"));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void recursionThroughTemplateEndsAsInGo() {
        String message =
                failure("{{ define \"r\" }}{{ template \"r\" . }}{{ end }}{{ template \"r\" . }}", Limits.defaults());
        assertEquals(
                "template: a.yaml:1:28: executing \"r\" at <{{template \"r\" .}}>: "
                        + "exceeded maximum template depth (100000)",
                message);
    }

    @Test
    void recursionThroughIncludeEndsAsInHelm() {
        String message =
                failure("{{ define \"r\" }}{{ include \"r\" . }}{{ end }}{{ include \"r\" . }}", Limits.defaults());
        assertTrue(message.endsWith("error calling include: rendering template has a nested reference name: r: "
                + "unable to execute template"));
        assertEquals(1002, message.split("executing ", -1).length - 1);
    }

    @Test
    void deepNestingRuns() {
        int levels = 3_000;
        String text = "{{ if 1 }}".repeat(levels) + "x" + "{{ end }}".repeat(levels) + "{{ print " + "(".repeat(levels)
                + "1" + ")".repeat(levels) + " }}";
        assertEquals("x1", render(text, Limits.defaults()));
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String message = failure("{{ if 1 }}".repeat(50_000), Limits.defaults());
        assertEquals("template: a.yaml:1: nested more than 10000 levels deep", message);
    }
}
