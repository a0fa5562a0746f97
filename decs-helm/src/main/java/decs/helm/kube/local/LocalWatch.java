package decs.helm.kube.local;

import decs.helm.kube.KubeObject;
import decs.helm.kube.Watch;
import decs.helm.kube.WatchEvent;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One listener of a local cluster; it is told on the thread that writes. */
final class LocalWatch implements Watch {
    private final Predicate<KubeObject> wanted;
    private final Consumer<WatchEvent> listener;
    private final Consumer<LocalWatch> leave;

    LocalWatch(Predicate<KubeObject> wanted, Consumer<WatchEvent> listener, Consumer<LocalWatch> leave) {
        this.wanted = wanted;
        this.listener = listener;
        this.leave = leave;
    }

    void tell(ObjectTable.Change change) {
        Optional<KubeObject> before = change.before().filter(wanted);
        Optional<KubeObject> after = change.after().filter(wanted);
        if (after.isPresent()) {
            listener.accept(
                    before.isPresent() ? new WatchEvent.Modified(after.get()) : new WatchEvent.Added(after.get()));
        } else {
            before.ifPresent(gone -> listener.accept(
                    new WatchEvent.Deleted(gone.with(Long.toString(change.version()), "metadata", "resourceVersion"))));
        }
    }

    @Override
    public void close() {
        leave.accept(this);
    }
}
