package decs.core.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends work in order when the process is told to end: it is asked to stop, and gets some time to record how far it came.
 * Holds while open; work that does not end in time is left as it is.
 */
public final class GracefulEnd implements AutoCloseable {
    private static final int LOOK_MILLIS = 50;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private GracefulEnd(Runnable stop, BooleanSupplier busy, Duration most) {
        this.hook = new Thread(() -> end(stop, busy, most), "decs-end");
    }

    /**
     * Asks {@code stop} when the process is told to end (SIGTERM, SIGINT), and keeps it alive while it is {@code busy}.
     *
     * @param most how long the process may still go on
     */
    public static GracefulEnd of(Runnable stop, BooleanSupplier busy, Duration most) {
        GracefulEnd end = new GracefulEnd(stop, busy, most);
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    private void end(Runnable stop, BooleanSupplier busy, Duration most) {
        stop.run();
        long until = System.nanoTime() + most.toNanos();
        try {
            boolean ended = false;
            while (!ended && busy.getAsBoolean() && System.nanoTime() < until) {
                ended = over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // it runs already
        }
    }
}
