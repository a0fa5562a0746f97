package decs.bench;

/**
 * What a case cost.
 *
 * @param characters of output
 * @param best the least wall time of a render, in nanoseconds
 * @param allocated bytes of the last render
 */
record Cost(String id, long characters, long best, long allocated) {
    Cost and(Cost later) {
        return new Cost(id, later.characters, Math.min(best, later.best), later.allocated);
    }

    double milliseconds() {
        return best / 1e6;
    }

    /** Bytes allocated for each byte of output; of small outputs, for each of 10 KB. */
    double allocation() {
        return (double) allocated / Math.max(10_000, characters);
    }
}
