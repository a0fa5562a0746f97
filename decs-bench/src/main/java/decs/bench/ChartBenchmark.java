package decs.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One warm render of a chart, from the archive to the printed text. The example's charts have their folders' names. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ChartBenchmark {
    /** The start of a case's id; the first case that has it is rendered. */
    @Param({
        "argoproj+argo-helm/argo-cd",
        "prometheus-community+helm-charts/kube-prometheus-stack",
        "prometheus-community+helm-charts/kube-state-metrics",
        "bitnami+charts/envoy-gateway"
    })
    public String chart;

    private final Renders renders = new Renders();
    private Case one;

    @Setup
    public void choose() {
        List<Case> cases = Corpus.standard();
        one = cases.stream()
                .filter(some -> some.id().startsWith(chart))
                .findFirst()
                .orElse(cases.get(0));
    }

    @Benchmark
    public String render() {
        return renders.text(one);
    }
}
