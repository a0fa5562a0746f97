package decs.core.run;

import decs.core.load.State;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.RunOptions;
import decs.core.spec.Fields;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The frame around any verb's work on one state file: its own prepare hooks, those of the releases, the charts'
 * dependencies, the plan, and at the end its cleanup hooks. Failures get the way to the file in front.
 */
final class FileRun {
    private final Session session;
    private final State state;
    private final SpecHooks hooks;
    private final RunOptions options;

    /** Work on the planned releases of a file. */
    interface Work {
        void on(Plan plan);
    }

    FileRun(Session session, State state, String command, RunOptions options) {
        this.session = session;
        this.state = state;
        this.hooks = session.hooks(state, command);
        this.options = options;
    }

    SpecHooks hooks() {
        return hooks;
    }

    /** Prepares the file, lets {@code work} run, and cleans up whatever came of it. */
    void run(Releases releases, Preparing preparing, Work work) {
        runChosen(releases, preparing, chosen -> work.on(Plan.of(releases, chosen, options.needs())));
    }

    /** The same for work that goes from release to release, whatever they need. */
    void runEach(Releases releases, Preparing preparing, Work work) {
        runChosen(releases, preparing, chosen -> work.on(Plan.inFileOrder(releases, chosen)));
    }

    /** The same for work that plans by itself, on the releases that are meant, in file order. */
    void runChosen(Releases releases, Preparing preparing, Consumer<List<ResolvedRelease>> work) {
        boolean charts =
                preparing == Preparing.ALL || preparing == Preparing.BACKWARDS || preparing == Preparing.CHARTS;
        if (charts && !repositoriesSkipped()) {
            session.repositories().tell(state, session.listener(), repository -> {});
        }
        Optional<DecsException> failure = Optional.empty();
        try {
            if (preparing != Preparing.BARE) {
                hooks.file("prepare", Optional.empty());
            }
            work.accept(prepared(releases, preparing));
        } catch (DecsException failed) {
            failure = Optional.of(failed);
        }
        if (preparing == Preparing.BARE) {
            failure.ifPresent(failed -> {
                throw within(state, failed);
            });
        } else {
            end(failure);
        }
    }

    private void end(Optional<DecsException> failure) {
        Optional<DecsException> first = failure;
        try {
            hooks.file("cleanup", failure);
        } catch (DecsException failed) {
            first = failure.or(() -> Optional.of(failed));
        }
        first.ifPresent(failed -> {
            throw within(state, failed);
        });
    }

    private boolean repositoriesSkipped() {
        Fields defaults = state.spec().struct("helmDefaults");
        return options.skipDeps()
                || defaults.flag("skipDeps").orElse(false)
                || defaults.flag("skipRefresh").orElse(false);
    }

    /** The file's hooks, and the prepare hooks of some releases, around work that only looks. */
    void look(List<ResolvedRelease> releases, Runnable work) {
        Optional<DecsException> failure = Optional.empty();
        try {
            hooks.file("prepare", Optional.empty());
            releases.stream().filter(ResolvedRelease::installed).forEach(this::prepareHooks);
            work.run();
        } catch (DecsException failed) {
            failure = Optional.of(failed);
        }
        end(failure);
    }

    /** What is done to the releases before the work. */
    enum Preparing {
        /** Prepare hooks and dependencies. */
        ALL,
        /** The same, last release first. */
        BACKWARDS,
        /** Prepare hooks only, for charts from repositories. */
        CHARTS,
        /** Prepare hooks only. */
        HOOKS,
        /** Nothing: the work looks at no chart. */
        NOTHING,
        /** Nothing, and none of the file's own hooks either. */
        BARE
    }

    /** A release's cleanup hooks where their failure is only a warning. */
    void cleanUp(ResolvedRelease release, Optional<DecsException> error) {
        try {
            hooks.release(release, "cleanup", error);
        } catch (DecsException failed) {
            session.notice("warn: " + failed.getMessage() + "\n");
        }
    }

    private List<ResolvedRelease> prepared(Releases releases, Preparing preparing) {
        List<String> warnings = new ArrayList<>();
        List<ResolvedRelease> chosen = Plan.chosen(releases, options.needs(), warnings::add);
        if (preparing == Preparing.BACKWARDS) {
            Collections.reverse(warnings);
        }
        warnings.forEach(session::notice);
        List<ResolvedRelease> installed = new ArrayList<>(
                chosen.stream().filter(ResolvedRelease::installed).toList());
        if (preparing == Preparing.BACKWARDS) {
            Collections.reverse(installed);
        }
        if (preparing != Preparing.NOTHING && preparing != Preparing.BARE) {
            installed.forEach(this::prepareHooks);
        }
        if (preparing == Preparing.ALL || preparing == Preparing.BACKWARDS) {
            installed.forEach(this::dependencies);
        }
        return chosen;
    }

    private void prepareHooks(ResolvedRelease release) {
        try {
            hooks.release(release, "prepare", Optional.empty());
        } catch (HookFailure failed) {
            throw new DecsException("[" + failed.getMessage() + "]", failed.problems(), failed);
        }
    }

    private void dependencies(ResolvedRelease release) {
        ChartPlace place = ChartPlace.of(release);
        boolean skipped = options.skipDeps() || release.flag("skipDeps").orElse(false);
        if (place.isFolder() && !skipped) {
            session.listener().on(new RunEvent.Started(ref(release), Step.DEPENDENCIES));
        }
    }

    static ReleaseRef ref(ResolvedRelease release) {
        return ReleaseRef.of(release).withShownChart(ChartPlace.of(release).shown());
    }

    /** A failure with the way to its state file in front. */
    static DecsException within(State state, DecsException failed) {
        return failed.getMessage().startsWith("in ")
                ? failed
                : new DecsException(state.trail() + failed.getMessage(), failed.problems(), failed);
    }
}
