package decs.helm.action;

import decs.helm.kube.LabelSelector;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StorageException;
import decs.helm.storage.StoredRelease;
import decs.helm.storage.SystemLabels;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The verbs that only read: {@code status}, {@code get}, {@code history}, {@code list}. */
public final class ReadReleases {
    private final ReleaseContext context;

    public ReadReleases(ReleaseContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * One revision.
     *
     * @param revision 0 for the newest
     * @throws StorageException {@code release: not found}
     */
    public Release get(String name, int revision) {
        ServerFacts.reach(context.cluster(), context.version());
        ReleaseName.checkKnown(name, "releaseContent: Release name is invalid: ");
        if (revision > 0) {
            return context.store()
                    .find(name, revision)
                    .map(StoredRelease::release)
                    .map(release -> release.withLabels(SystemLabels.without(release.labels())))
                    .orElseThrow(StorageException::notFound);
        }
        return ReleaseHistory.of(context.store(), name).lastOrThrow().release();
    }

    /** The newest revisions, the oldest of them first. */
    public List<Release> history(String name, int most) {
        ServerFacts.reach(context.cluster(), context.version());
        ReleaseName.checkKnown(name, "release name is invalid: ");
        ReleaseHistory history = ReleaseHistory.of(context.store(), name);
        history.lastOrThrow();
        List<Release> all = history.all().stream().map(StoredRelease::release).toList();
        return all.size() > most ? all.subList(all.size() - Math.max(most, 0), all.size()) : all;
    }

    /**
     * Which releases to list.
     *
     * @param states empty for all
     * @param name which names are wanted
     * @param labels a label selector, empty for all
     * @param byDate sorts by the time of the last change, to the second, then by name
     * @param reverse turns the order round
     */
    public record Query(
            Set<ReleaseStatus> states, Predicate<String> name, String labels, boolean byDate, boolean reverse) {
        public Query {
            states = Set.copyOf(states);
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(labels, "labels");
        }

        Comparator<Release> order() {
            Comparator<Release> name = Comparator.comparing(Release::name);
            Comparator<Release> order =
                    byDate ? Comparator.comparingLong(Query::second).thenComparing(name) : name;
            return reverse ? order.reversed() : order;
        }

        private static long second(Release release) {
            return release.state()
                    .lastDeployed()
                    .map(OffsetDateTime::toEpochSecond)
                    .orElse(Long.MIN_VALUE);
        }
    }

    /** The newest revision of each release. Mirrors: action.List. */
    public List<Release> list(Query query) {
        ServerFacts.reach(context.cluster(), context.version());
        Map<String, Release> newest = new LinkedHashMap<>();
        boolean every = query.states().equals(Set.of(ReleaseStatus.SUPERSEDED));
        for (StoredRelease stored : context.store().all()) {
            Release release = stored.release();
            if (query.name().test(release.name())) {
                String key = release.namespace() + "/" + release.name() + (every ? "/" + release.revision() : "");
                newest.merge(key, release, (a, b) -> a.revision() >= b.revision() ? a : b);
            }
        }
        LabelSelector selector = LabelSelector.of(query.labels());
        return newest.values().stream()
                .filter(release -> query.states().isEmpty() || query.states().contains(release.status()))
                .filter(release -> selector.matches(release.labels()))
                .sorted(query.order())
                .toList();
    }
}
