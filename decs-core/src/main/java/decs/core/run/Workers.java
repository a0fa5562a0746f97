package decs.core.run;

import decs.template.source.DecsException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The threads of a run. Work on many releases goes on side by side; results are handed over in the order of the
 * releases, with no more of them waiting than there are threads.
 */
final class Workers implements AutoCloseable {
    private final int concurrency;
    private final ExecutorService threads;

    Workers(int concurrency) {
        this.concurrency = concurrency > 0 ? concurrency : Runtime.getRuntime().availableProcessors() * 4;
        this.threads = this.concurrency == 1
                ? null
                : Executors.newFixedThreadPool(this.concurrency, work -> {
                    Thread thread = new Thread(work, "decs-worker");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Works on all items and hands each result to {@code sink} on this thread, in order. */
    <T, R> void inOrder(List<T> items, Function<T, R> work, Consumer<R> sink) {
        if (threads == null || items.size() == 1) {
            items.forEach(item -> sink.accept(work.apply(item)));
            return;
        }
        Deque<Future<R>> running = new ArrayDeque<>();
        try {
            for (T item : items) {
                if (running.size() == concurrency) {
                    sink.accept(result(running.removeFirst()));
                }
                running.addLast(threads.submit(() -> work.apply(item)));
            }
            while (!running.isEmpty()) {
                sink.accept(result(running.removeFirst()));
            }
        } finally {
            running.forEach(future -> future.cancel(true));
        }
    }

    /** Works on all items and returns their results in order. */
    <T, R> List<R> all(List<T> items, Function<T, R> work) {
        List<R> results = new ArrayList<>();
        inOrder(items, work, results::add);
        return results;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DecsException("interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new DecsException(String.valueOf(failed.getCause().getMessage()), failed.getCause());
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
