package decs.helm.kube.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReopeningTest {
    private static final long SECOND = 1_000_000_000L;

    /** How many watches are opened in a minute, asked every tenth of a second, when each lives for {@code life}. */
    private static int opened(long life) {
        Reopening reopening = new Reopening();
        int opened = 0;
        long end = Long.MIN_VALUE / 2;
        for (long now = end; now < Long.MIN_VALUE / 2 + 60 * SECOND; now += SECOND / 10) {
            if (now >= end && reopening.isDue(now)) {
                opened++;
                end = now + life;
            }
        }
        return opened;
    }

    @Test
    void watchesThatEndAtOnceAreOpenedEverLater() {
        assertTrue(opened(0) <= 12, opened(0) + " times");
    }

    @Test
    void watchesThatLiveAreOpenedAtOnce() {
        assertEquals(10, opened(6 * SECOND));
    }
}
