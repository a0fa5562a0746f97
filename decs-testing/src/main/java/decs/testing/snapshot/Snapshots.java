package decs.testing.snapshot;

/** The snapshots of one test, compared one after the other. */
@FunctionalInterface
public interface Snapshots {
    /** The next text of the test, held against its snapshot; one that is {@code loose} need not be the same. */
    Comparison compare(String text, boolean loose);

    /**
     * A text and its snapshot.
     *
     * @param number from 1
     * @param same whether they are the same, or are to be from now on
     * @param updating whether snapshots are being replaced
     * @param stored the snapshot, empty for a new one
     */
    record Comparison(int number, boolean same, boolean updating, String stored, String text) {}
}
