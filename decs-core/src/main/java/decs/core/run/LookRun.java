package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.request.RunOptions;
import java.util.List;
import java.util.function.Consumer;

/** Verbs that only look at a spec ({@code list}, {@code build}, {@code show-dag}): its hooks run all the same. */
public final class LookRun {
    private final Session session;
    private final String command;
    private final boolean releaseHooks;

    /** @param releaseHooks whether the prepare hooks of the selected releases run, too */
    public LookRun(Session session, String command, boolean releaseHooks) {
        this.session = session;
        this.command = command;
        this.releaseHooks = releaseHooks;
    }

    public void run(List<Releases> files, Consumer<Releases> work) {
        for (Releases releases : files) {
            FileRun file = new FileRun(session, releases.state(), command, RunOptions.defaults());
            if (!command.equals("show-dag")) { // its plan tells them
                Plan.absentNeeds(releases).forEach(session::notice);
            }
            file.look(releaseHooks ? releases.enabled() : List.of(), () -> work.accept(releases));
        }
    }
}
