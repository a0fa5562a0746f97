package decs.helm.repo;

import java.util.Optional;

/**
 * What is known beforehand of charts that come from elsewhere: which version a name stands for, what its digest has to be,
 * where a copy lies. Safe to call from many threads.
 */
public interface Ledger {
    /** Nothing is known, everything may be fetched. */
    Ledger NONE = new Ledger() {
        @Override
        public Optional<LockedChart> find(String source, String chart, String wanted) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> copy(LockedChart chart) {
            return Optional.empty();
        }

        @Override
        public void fetched(LockedChart chart, byte[] bytes) {}

        @Override
        public boolean offline() {
            return false;
        }
    };

    /** The entry for what is wanted; {@code chart} is empty where the source is the chart itself. */
    Optional<LockedChart> find(String source, String chart, String wanted);

    /** The copy of a chart, with the digest that it has to have. */
    Optional<byte[]> copy(LockedChart chart);

    /**
     * Hears of a chart that was fetched.
     *
     * @throws decs.template.source.DecsException when it is not the one that is locked, with both digests
     */
    void fetched(LockedChart chart, byte[] bytes);

    /** Whether nothing may be fetched. */
    boolean offline();
}
