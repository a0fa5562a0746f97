package decs.helm.repo;

/** Brings charts: from folders, archives, repositories, registries. Safe to call from many threads. */
public interface ChartSource {
    /**
     * The chart that {@code request} names, loaded.
     *
     * @throws decs.template.source.DecsException naming what was tried, and the nearest names or versions
     */
    FetchedChart fetch(ChartRequest request);
}
