package decs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * All cases of the corpus in one warm process, on one thread and on two, beside the times of Helm's engine:
 *
 * <pre>Measure [PASSES [TIMES.tsv [CPU-SECONDS]]]</pre>
 *
 * <p>{@code TIMES.tsv} has a line a case of the other engine: id, bytes of output, milliseconds. {@code CPU-SECONDS} is what
 * the other process took for a warm pass. Passes alternate between one thread and two; the best of each counts.
 */
final class Measure {
    private static final int WARM = 4;

    private Measure() {}

    public static void main(String[] args) throws IOException {
        int passes = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        Map<String, Double> other = args.length > 1 ? times(Path.of(args[1])) : Map.of();
        List<Case> cases = Corpus.standard();
        Renders renders = new Renders();
        for (int i = 0; i < WARM; i++) {
            print("warm-up", Pass.over(cases, renders, 1 + i % 2));
        }
        Pass one = null;
        Pass two = null;
        List<Cost> costs = null;
        for (int i = 0; i < passes; i++) {
            Pass alone = Pass.over(cases, renders, 1);
            print("pass", alone);
            costs = costs == null ? alone.costs() : least(costs, alone.costs());
            one = better(one, alone, Comparator.comparingDouble(Pass::process));
            Pass both = Pass.over(cases, renders, 2);
            print("pass", both);
            two = better(two, both, Comparator.comparingDouble(Pass::wall));
        }
        double wall = one.wall();
        System.out.printf("two threads: %.2f x the throughput of one%n", wall / two.wall());
        if (args.length > 2) {
            double cpu = Double.parseDouble(args[2]);
            System.out.printf(
                    "CPU of one thread beside the other engine's process: %.2f x (its thread alone: %.2f x)%n",
                    one.process() / cpu, one.rendering() / cpu);
        }
        report(costs, other);
    }

    private static void report(List<Cost> costs, Map<String, Double> other) {
        double here = costs.stream().mapToDouble(Cost::milliseconds).sum();
        double there = costs.stream()
                .mapToDouble(cost -> other.getOrDefault(cost.id(), 0.0))
                .sum();
        System.out.printf("best wall times, summed: %.1f s", here / 1e3);
        System.out.printf(there > 0 ? " of %.1f s: %.2f x%n" : "%n", there / 1e3, here / there);
        Cost largest =
                costs.stream().max(Comparator.comparingLong(Cost::characters)).orElseThrow();
        System.out.printf(
                "largest output: %s, %d characters, %d bytes allocated: %.1f x%n",
                largest.id(), largest.characters(), largest.allocated(), largest.allocation());
        if (!other.isEmpty()) {
            top(
                    "slowest beside the other engine",
                    costs,
                    cost -> cost.milliseconds() / other.getOrDefault(cost.id(), 1e9),
                    other);
        }
        top("slowest", costs, Cost::milliseconds, other);
        top("most allocated for their output (at least 10 KB)", costs, Cost::allocation, other);
    }

    private static void top(String title, List<Cost> costs, ToDoubleFunction<Cost> by, Map<String, Double> other) {
        System.out.println("ten " + title + ":");
        costs.stream()
                .sorted(Comparator.comparingDouble(by).reversed())
                .limit(10)
                .forEach(cost -> System.out.printf(
                        "  %7.2f ms of %7.2f  %9d characters  %6.1f x allocated  %s%n",
                        cost.milliseconds(),
                        other.getOrDefault(cost.id(), Double.NaN),
                        cost.characters(),
                        cost.allocation(),
                        cost.id()));
    }

    private static void print(String what, Pass pass) {
        long allocated = pass.costs().stream().mapToLong(Cost::allocated).sum();
        System.out.printf(
                "%s: %d renders on %d thread(s): %.1f s, %.1f CPU s (%.1f rendering), %d MB allocated%n",
                what,
                pass.costs().size(),
                pass.threads(),
                pass.wall(),
                pass.process(),
                pass.rendering(),
                allocated >> 20);
    }

    private static Pass better(Pass a, Pass b, Comparator<Pass> by) {
        return a == null || by.compare(b, a) < 0 ? b : a;
    }

    private static List<Cost> least(List<Cost> a, List<Cost> b) {
        List<Cost> least = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            least.add(a.get(i).and(b.get(i)));
        }
        return least;
    }

    private static Map<String, Double> times(Path file) throws IOException {
        Map<String, Double> times = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", -1);
            times.put(fields[0], Double.parseDouble(fields[2]));
        }
        return times;
    }
}
