package decs.template.parse;

import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Runs a deep recursion on a stack of its own, while the caller waits: templates may nest far deeper than the stack of
 * a usual Java thread allows. It is a stack, not concurrency: nothing runs beside the caller.
 */
public final class DeepStack {
    private static final long BYTES = 256L << 20;

    private DeepStack() {}

    /** The result of {@code work}; what it throws is thrown here, and an interruption of the caller reaches it. */
    public static <T> T call(Supplier<T> work) {
        Outcome<T> outcome = new Outcome<>();
        Thread thread = new Thread(
                null, () -> outcome.take(work), Thread.currentThread().getName() + " (deep)", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException stop) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome.get();
    }

    /** What the work came to. */
    private static final class Outcome<T> {
        private T value;
        private Throwable failure;

        void take(Supplier<T> work) {
            try {
                value = work.get();
            } catch (RuntimeException | Error thrown) {
                failure = thrown;
            }
        }

        T get() {
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw new CompletionException(failure);
            }
            return value;
        }
    }
}
