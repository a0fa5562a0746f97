package decs.helm.archive;

import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import decs.template.language.Limits;
import java.util.List;

/**
 * What the archives inside one chart's archive may add up to: each by itself may be small and the sum a bomb, and one that
 * holds itself has no end.
 */
final class NestedBudget {
    private static final int SHARE = 4;
    private static final int DEEPEST = 50;

    private long left;
    private int depth;

    NestedBudget(Limits limits) {
        left = Math.min(SHARE * limits.maxArchiveBytes(), MemoryShare.bytes());
    }

    /** Counts the files of an archive that was found in another. */
    void enter(List<ChartFile> files) {
        for (ChartFile file : files) {
            left -= file.data().length;
        }
        if (left < 0) {
            throw new ChartException("the archives in charts/ are together larger than is allowed");
        }
        if (++depth > DEEPEST) {
            throw new ChartException("archives are nested deeper than " + DEEPEST);
        }
    }

    void leave() {
        depth--;
    }
}
