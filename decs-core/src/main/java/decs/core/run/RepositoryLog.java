package decs.core.run;

import decs.core.load.State;
import decs.core.prepare.SpecRepositories;
import decs.core.request.RunEvent;
import decs.core.request.RunListener;
import decs.helm.repo.Repository;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells of the chart repositories of state files, each name once in a run. */
public final class RepositoryLog {
    private final boolean silent;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param silent whether nothing is to be told, because nothing is refreshed */
    public RepositoryLog(boolean silent) {
        this.silent = silent;
    }

    /** Tells of those that no state file before had; {@code use} is called for each of them first. */
    public void tell(State state, RunListener listener, Consumer<Repository> use) {
        for (Repository repository : SpecRepositories.of(state)) {
            if (!silent && told.add(repository.name())) {
                use.accept(repository);
                listener.on(new RunEvent.RepositoryAdded(repository.name(), repository.url(), repository.oci()));
            }
        }
    }
}
