package decs.helm.action;

import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StorageException;
import decs.helm.storage.StoredRelease;
import java.util.Collection;
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
                    .orElseThrow(StorageException::notFound);
        }
        return ReleaseHistory.of(context.store(), name).lastOrThrow().release();
    }

    /** The newest revisions, the oldest of them first. */
    public List<Release> history(String name, int most) {
        ServerFacts.reach(context.cluster(), context.version());
        ReleaseName.checkKnown(name, "release name is invalid: ");
        List<Release> all = ReleaseHistory.of(context.store(), name).all().stream()
                .map(StoredRelease::release)
                .toList();
        if (all.isEmpty()) {
            throw StorageException.notFound();
        }
        return most > 0 && all.size() > most ? all.subList(all.size() - most, all.size()) : all;
    }

    /**
     * Which releases to list.
     *
     * @param states empty for all
     * @param name which names are wanted
     */
    public record Query(Set<ReleaseStatus> states, Predicate<String> name) {
        public Query {
            states = Set.copyOf(states);
            Objects.requireNonNull(name, "name");
        }
    }

    /** The newest revision of each release, by name. Mirrors: action.List. */
    public List<Release> list(Query query) {
        ServerFacts.reach(context.cluster(), context.version());
        Map<String, Release> newest = new LinkedHashMap<>();
        boolean every = query.states().equals(Set.of(ReleaseStatus.SUPERSEDED));
        for (StoredRelease stored : context.store().all()) {
            Release release = stored.release();
            String key = release.namespace() + "/" + release.name() + (every ? "/" + release.revision() : "");
            newest.merge(key, release, (a, b) -> a.revision() >= b.revision() ? a : b);
        }
        return wanted(newest.values(), query);
    }

    private static List<Release> wanted(Collection<Release> releases, Query query) {
        return releases.stream()
                .filter(release -> query.name().test(release.name()))
                .filter(release -> query.states().isEmpty() || query.states().contains(release.status()))
                .sorted(Comparator.comparing(Release::name))
                .toList();
    }
}
