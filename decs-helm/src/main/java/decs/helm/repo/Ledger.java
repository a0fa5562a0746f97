package decs.helm.repo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is known beforehand of charts and files that come from elsewhere: which version a name stands for, what its digest
 * has to be, where a copy lies. Safe to call from many threads.
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
        public Optional<LockedFile> find(String source) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> copy(LockedFile file) {
            return Optional.empty();
        }

        @Override
        public void fetched(LockedFile file, Path place) {}

        @Override
        public boolean offline() {
            return false;
        }

        @Override
        public boolean fresh() {
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

    /** The entry for a file, or for the tree of a git repository. */
    Optional<LockedFile> find(String source);

    /** The copy of a file or tree, once its digest was looked at. */
    Optional<Path> copy(LockedFile file);

    /**
     * Hears of a file or tree that was fetched to {@code place}.
     *
     * @throws decs.template.source.DecsException when it is not the one that is locked, with both digests
     */
    void fetched(LockedFile file, Path place);

    /** Whether nothing may be fetched. */
    boolean offline();

    /** Whether files that were fetched before are to be fetched again. */
    boolean fresh();
}
