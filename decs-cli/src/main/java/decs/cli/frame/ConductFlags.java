package decs.cli.frame;

import decs.helm.action.Switch;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** How a change behaves towards other runs, and when it gives up; none of it is Helm's. */
public final class ConductFlags {
    @Option(
            names = "--recover",
            arity = "0..1",
            fallbackValue = "true",
            description = "give up what another tool began and did not finish (a pending record), and go on")
    boolean recover;

    @Option(
            names = "--wait-for-others",
            arity = "0..1",
            fallbackValue = "true",
            description = "wait for a run that works on the release, as long as --timeout, instead of refusing")
    boolean waitForOthers;

    @Option(
            names = "--no-fail-early",
            arity = "0..1",
            fallbackValue = "true",
            description = "wait until the timeout even when nothing can get better any more")
    boolean noFailEarly;

    public Set<Switch> switches() {
        Set<Switch> switches = EnumSet.noneOf(Switch.class);
        if (recover) {
            switches.add(Switch.RECOVER);
        }
        if (waitForOthers) {
            switches.add(Switch.WAIT_FOR_TURN);
        }
        if (noFailEarly) {
            switches.add(Switch.WAIT_TO_THE_END);
        }
        return switches;
    }
}
