package decs.cli;

import decs.helm.action.Rollback;
import decs.helm.action.RollbackRequest;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code decs helm rollback}. */
@picocli.CommandLine.Command(name = "rollback", description = "Go back to an earlier revision")
final class HelmRollbackCommand implements Command {
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
        ReleaseSession session = new ReleaseSession(helm, console);
        RollbackRequest request = new RollbackRequest(words.get(0), revision(), flags.options(session.version()));
        new Rollback(session.context(false)).run(request);
        console.out().println("Rollback was a success! Happy Helming!");
        return ExitCode.OK;
    }

    private int revision() {
        if (words.size() < 2) {
            return 0;
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
