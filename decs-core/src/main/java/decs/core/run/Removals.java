package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.request.ReleaseOutcome;
import decs.core.request.ReleaseOutcome.Failed;
import decs.core.request.ReleaseOutcome.Skipped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Releases that go, those that need others before these: what one that stays needs, stays too. */
final class Removals {
    private final List<ResolvedRelease> leaving;
    private final Consumer<ReleaseOutcome> told;
    private final List<ReleaseOutcome> outcomes = new ArrayList<>();
    private final Map<String, String> needed = new HashMap<>();

    /**
     * @param leaving all that are to go
     * @param told hears of each outcome
     */
    Removals(List<ResolvedRelease> leaving, Consumer<ReleaseOutcome> told) {
        this.leaving = leaving;
        this.told = told;
    }

    /** Removes the releases of one wave. */
    void run(List<ResolvedRelease> wave, Workers workers, Function<ResolvedRelease, List<ReleaseOutcome>> removal) {
        List<ResolvedRelease> free = new ArrayList<>();
        for (ResolvedRelease release : wave) {
            String by = needed.get(release.id());
            if (by == null) {
                free.add(release);
            } else {
                stays(release);
                add(new Skipped(FileRun.ref(release), by + " needs it, which is still there", true));
            }
        }
        workers.inOrder(free, release -> Map.entry(release, removal.apply(release)), result -> {
            result.getValue().forEach(this::add);
            if (result.getValue().stream().anyMatch(Failed.class::isInstance)) {
                stays(result.getKey());
            }
        });
    }

    private void stays(ResolvedRelease release) {
        release.needs().stream()
                .filter(need -> leaving.stream().anyMatch(other -> other.id().equals(need)))
                .forEach(need -> needed.putIfAbsent(need, release.name()));
    }

    private void add(ReleaseOutcome outcome) {
        outcomes.add(outcome);
        told.accept(outcome);
    }

    List<ReleaseOutcome> outcomes() {
        return outcomes;
    }
}
