package decs.helm.repo;

/** What is done about the provenance of a chart that is fetched. */
public enum Proof {
    NONE,
    /** Fetched where there is one. */
    WANTED,
    /** A chart without one is refused. */
    NEEDED
}
