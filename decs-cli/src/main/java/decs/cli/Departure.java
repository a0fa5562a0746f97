package decs.cli;

/**
 * The end of the process. The JVM gives threads that are inside the operating system up to 300 ms before it ends, and
 * the selector of a JDK HTTP client is always inside it: interrupted, it ends by itself and nobody is waited for.
 */
final class Departure {
    private static final String SELECTOR = "-SelectorManager";
    private static final long PATIENCE_MILLIS = 50;

    private Departure() {}

    /** Ends the selector threads of all HTTP clients; to be called when no request is wanted any more. */
    static void dismissSelectors() {
        Thread[] threads = new Thread[Thread.activeCount() + 8];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().endsWith(SELECTOR)) {
                threads[i].interrupt();
            }
        }
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().endsWith(SELECTOR)) {
                awaitEnd(threads[i]);
            }
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
