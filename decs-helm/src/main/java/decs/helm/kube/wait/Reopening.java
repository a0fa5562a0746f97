package decs.helm.kube.wait;

/**
 * When a watch that has ended is opened again: at once, but ever later while watches end soon after they were opened, as
 * some proxies end them.
 */
final class Reopening {
    private static final long CALM = 5_000_000_000L;
    private static final long FIRST_PAUSE = 500_000_000L;
    private static final int MOST_DOUBLINGS = 6;
    private static final int FREE = 2;

    private long opened;
    private long due;
    private int soon = -1;
    private boolean waiting;

    /** Whether a watch that is found ended {@code now} may be opened; it counts as opened then. */
    boolean isDue(long now) {
        if (!waiting) {
            waiting = true;
            soon = soon >= 0 && now - opened < CALM ? soon + 1 : 0;
            due = soon < FREE ? now : now + (FIRST_PAUSE << Math.min(soon - FREE, MOST_DOUBLINGS));
        }
        if (now - due < 0) {
            return false;
        }
        waiting = false;
        opened = now;
        return true;
    }
}
