package decs.helm.kube.wait;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at objects as they are now, for one who waits. Confined to a thread. */
public final class Sight implements AutoCloseable {
    private final WatchSet set;
    private final Map<WatchSet.Scope, WatchedScope> scopes = new LinkedHashMap<>();
    private long seen;

    Sight(WatchSet set) {
        this.set = set;
        this.seen = set.changes();
    }

    void add(WatchedScope scope) {
        scopes.put(scope.scope(), scope);
    }

    /** The object as last seen; empty when there is none. */
    public Optional<KubeObject> find(ObjectRef ref) {
        WatchedScope scope = scopes.get(WatchSet.Scope.of(ref));
        return scope == null ? Optional.empty() : scope.find(ref.name());
    }

    /** All objects of a kind in a namespace, watched from the first time on that they are asked for. */
    public List<KubeObject> all(String apiVersion, String kind, String namespace) {
        WatchSet.Scope name = new WatchSet.Scope(apiVersion, kind, namespace);
        WatchedScope scope = scopes.get(name);
        if (scope == null) {
            scope = set.join(name, List.of());
            add(scope);
        }
        scope.complete();
        return scope.all();
    }

    /**
     * Waits until something may have changed since the last time, or until the time has come; watches that have ended are
     * opened again.
     */
    public void await(List<ObjectRef> wanted, long untilNanos) throws InterruptedException {
        set.await(seen, untilNanos);
        seen = set.changes();
        for (WatchedScope scope : List.copyOf(scopes.values())) {
            List<ObjectRef> mine = new ArrayList<>();
            for (ObjectRef ref : wanted) {
                if (WatchSet.Scope.of(ref).equals(scope.scope())) {
                    mine.add(ref);
                }
            }
            scope.refresh(mine);
        }
    }

    @Override
    public void close() {
        scopes.values().forEach(set::leave);
        scopes.clear();
    }
}
