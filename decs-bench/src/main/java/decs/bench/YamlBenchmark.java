package decs.bench;

import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** YAML read and written as Helm 4 does: the documents that one chart renders. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class YamlBenchmark {
    private Source text;
    private List<Object> documents;

    @Setup
    public void render() {
        List<Case> cases = Corpus.standard();
        Case one = cases.stream()
                .filter(some -> some.id().contains("/kube-prometheus-stack"))
                .findFirst()
                .orElse(cases.get(0));
        text = Source.of("rendered.yaml", new Renders().text(one));
        documents = Yaml.readAll(text);
    }

    @Benchmark
    public List<Object> read() {
        return Yaml.readAll(text);
    }

    @Benchmark
    public String write() {
        return Yaml.write(documents);
    }
}
