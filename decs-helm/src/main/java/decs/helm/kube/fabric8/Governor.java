package decs.helm.kube.fabric8;

import java.time.Duration;

/**
 * How many requests run at once: more while the server answers, half as many when it says that it has too much to do,
 * and none while it wants to be left alone. One for a whole run.
 */
final class Governor {
    private static final double START = 16;
    private static final double MOST = 64;

    private double limit = START;
    private int running;
    private long restUntil = System.nanoTime();

    synchronized void enter() throws InterruptedException {
        while (running >= (int) limit || System.nanoTime() < restUntil) {
            long rest = Math.max(0, restUntil - System.nanoTime()) / 1_000_000;
            wait(rest == 0 ? 1000 : rest + 1);
        }
        running++;
    }

    synchronized void leave(boolean overloaded, Duration rest) {
        running--;
        if (overloaded) {
            limit = Math.max(1, limit / 2);
            restUntil = Math.max(restUntil, System.nanoTime() + rest.toNanos());
        } else {
            limit = Math.min(MOST, limit + 1 / limit);
        }
        notifyAll();
    }
}
