package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.GoFlags;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.Rollback;
import decs.helm.action.RollbackRequest;
import decs.helm.chart.HelmVersion;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code decs helm rollback}. */
@Command(name = "rollback", description = "Go back to an earlier revision")
final class HelmRollbackCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ReleaseFlags flags;

    @Parameters(paramLabel = "RELEASE [REVISION]", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Override
    public int run(Console console) {
        if (words.isEmpty()) {
            throw new UsageException("\"helm rollback\" requires at least 1 argument\n\n"
                    + "Usage:  helm rollback <RELEASE> [REVISION] [flags]");
        }
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            session.only(HelmVersion.V4, "description", !flags.description.isEmpty());
            checkDryRun(session.version());
            int revision = revision();
            RollbackRequest request = new RollbackRequest(words.get(0), revision, flags.options(session));
            new Rollback(session.context(false)).run(request);
        }
        console.out().println("Rollback was a success! Happy Helming!");
        return ExitCode.OK;
    }

    /** In Helm 3 the flag of this verb is a plain switch. */
    private void checkDryRun(HelmVersion version) {
        boolean own = flags.dryRun.equals("none") || flags.dryRun.equals("unset");
        if (version == HelmVersion.V3 && !own) {
            try {
                flags.dryRun = GoFlags.bool(flags.dryRun) ? "client" : "none";
            } catch (TypeConversionException e) {
                throw new UsageException(
                        "invalid argument \"" + flags.dryRun + "\" for \"--dry-run\" flag: " + e.getMessage());
            }
        }
    }

    private int revision() {
        if (words.size() < 2) {
            return 0;
        }
        if (words.get(1).startsWith("-") && words.get(1).length() > 1) {
            throw new UsageException("unknown shorthand flag: '" + words.get(1).charAt(1) + "' in " + words.get(1));
        }
        try {
            return Integer.parseInt(words.get(1));
        } catch (NumberFormatException e) {
            throw new DecsException(
                    "could not convert revision to a number: strconv.Atoi: parsing \"" + words.get(1)
                            + "\": invalid syntax",
                    e);
        }
    }
}
