package decs.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All cases rendered once.
 *
 * @param threads how many rendered
 * @param wall seconds on the clock
 * @param process seconds of CPU of the whole process: renders, garbage collection, compilation
 * @param rendering seconds of CPU of the threads that rendered
 * @param costs by case, in the cases' order
 */
record Pass(int threads, double wall, double process, double rendering, List<Cost> costs) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** One thread's part. */
    private record Part(double rendering, Cost[] costs) {}

    static Pass over(List<Case> cases, Renders renders, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long cpu = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            AtomicInteger next = new AtomicInteger();
            List<Future<Part>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> part(cases, renders, next)));
            }
            Cost[] costs = new Cost[cases.size()];
            double rendering = 0;
            for (Future<Part> part : parts) {
                rendering += part.get().rendering();
                for (int i = 0; i < costs.length; i++) {
                    costs[i] = costs[i] == null ? part.get().costs()[i] : costs[i];
                }
            }
            double wall = (System.nanoTime() - start) / 1e9;
            return new Pass(threads, wall, (SYSTEM.getProcessCpuTime() - cpu) / 1e9, rendering, List.of(costs));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Part part(List<Case> cases, Renders renders, AtomicInteger next) {
        Cost[] costs = new Cost[cases.size()];
        long cpu = THREADS.getCurrentThreadCpuTime();
        for (int i = next.getAndIncrement(); i < costs.length; i = next.getAndIncrement()) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            int length = renders.text(cases.get(i)).length();
            long time = System.nanoTime() - start;
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            costs[i] = new Cost(cases.get(i).id(), length, time, allocated);
        }
        return new Part((THREADS.getCurrentThreadCpuTime() - cpu) / 1e9, costs);
    }
}
