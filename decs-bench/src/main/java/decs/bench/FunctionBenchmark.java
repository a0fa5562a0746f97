package decs.bench;

import decs.template.TemplateSet;
import decs.template.exec.IncludeFunctions;
import decs.template.language.FunctionTable;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateOptions;
import decs.template.source.Source;
import decs.template.sprig.HelmEncodings;
import decs.template.sprig.Sprig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one use of a function in a template costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FunctionBenchmark {
    private static final int CALLS = 1_000;
    private static final FunctionTable FUNCTIONS =
            Sprig.functions().plus(HelmEncodings.common()).plus(IncludeFunctions.helm());

    @Param({
        "quote .name",
        "default \"x\" .none",
        "printf \"%s-%s\" .name .name | trunc 63 | trimSuffix \"-\"",
        "toYaml .labels | nindent 4",
        "include \"labels\" .",
        "eq .name \"web\"",
        "semverCompare \">=1.19\" \"v1.35.0\"",
        "regexMatch \"^[a-z]+$\" .name",
        "merge (dict \"a\" 1) .labels",
        "sha256sum .name"
    })
    public String call;

    private final Map<String, Object> data = Map.of(
            "name", "web", "labels", Map.of("app.kubernetes.io/name", "web", "app.kubernetes.io/instance", "rel"));
    private final Host host = Host.system();
    private TemplateSet templates;

    @Setup
    public void compile() {
        String text = "{{ define \"labels\" }}app: {{ .name }}{{ end }}{{ range 1000 }}{{ with $ }}{{ " + call
                + " }}{{ end }}{{ end }}";
        templates = TemplateSet.compile(List.of(Source.of("call.yaml", text)), TemplateOptions.of(FUNCTIONS));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public StringBuilder call() {
        StringBuilder out = new StringBuilder();
        templates.render("call.yaml", data, host, Limits.defaults(), out);
        return out;
    }
}
