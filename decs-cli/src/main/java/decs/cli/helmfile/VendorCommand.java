package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.core.Decs;
import decs.core.request.Settings;
import decs.core.request.Target;
import decs.helm.repo.LockRecorder;
import decs.helm.repo.LockedChart;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs vendor}: writes decs.lock and the charts that it names. */
@Command(
        name = "vendor",
        description =
                "Lock the charts and remote files that all releases use, and keep copies of them in the repository")
final class VendorCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Option(names = "--no-copies", description = "write decs.lock only")
    boolean noCopies;

    @Option(names = "--accept-changes", description = "lock anew what is not what was locked before")
    boolean accept;

    @Override
    public int run(Console console) {
        if (globals.offline) {
            throw new UsageException("--offline and vendor do not go together: vendor fetches what is locked");
        }
        Opening opening = new Opening(globals, console);
        LockRecorder recorder = new LockRecorder(opening.lockFolder(), accept);
        Settings settings = opening.settings();
        Settings recording = settings.withFetching(settings.fetching().withLedger(recorder));
        Target target = opening.target().withSelectors(List.of());
        try (Decs decs = Decs.open(recording)) {
            decs.bringCharts(target, opening.transcript(false));
        }
        LockRecorder.Written locked = recorder.write(!noCopies);
        for (LockedChart chart : locked.charts()) {
            console.out()
                    .println((chart.chart().isEmpty() ? chart.source() : chart.source() + " " + chart.chart())
                            + (chart.version().isEmpty() ? "" : " " + chart.version()) + " " + chart.digest());
        }
        locked.files().forEach(file -> console.out().println(file.source() + " " + file.digest()));
        console.err()
                .println(counted(locked.charts().size(), "chart") + " and "
                        + counted(locked.files().size(), "file") + " locked in "
                        + opening.lockFolder().resolve("decs.lock"));
        return ExitCode.OK;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
