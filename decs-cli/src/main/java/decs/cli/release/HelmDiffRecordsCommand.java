package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.Console;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.core.compare.ReleaseDiff;
import decs.core.request.DiffOptions;
import decs.template.language.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code decs helm diff revision}, {@code rollback} and {@code release}: comparisons of what is recorded. */
abstract class HelmDiffRecordsCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    HelmDiffFlags diff;

    @Parameters(paramLabel = "RELEASE ...", arity = "0..*")
    List<String> words = new ArrayList<>();

    /** Compares what the words name. */
    abstract ReleaseDiff.Result compare(ReleaseDiff releases, DiffOptions options);

    @Override
    public int run(Console console) {
        DiffOptions options = diff.options(helm, console);
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            return new HelmDiffPrinter(console, options, diff.detailedExitCode)
                    .print(() -> compare(new ReleaseDiff(session.context(false), Limits.defaults()), options));
        }
    }

    /** The number that a word is. */
    int revision(int index) {
        try {
            return Integer.parseInt(words.get(index));
        } catch (NumberFormatException none) {
            throw new UsageException("\"" + words.get(index) + "\" is not the number of a revision");
        }
    }

    void refuseUnless(boolean enough, String what) {
        if (!enough) {
            throw new UsageException(what);
        }
    }

    /** {@code decs helm diff revision}. */
    @Command(name = "revision", description = "What differs between two revisions of a release")
    static final class Revisions extends HelmDiffRecordsCommand {
        @Override
        ReleaseDiff.Result compare(ReleaseDiff releases, DiffOptions options) {
            refuseUnless(
                    words.size() == 2 || words.size() == 3,
                    "Too few arguments to Command \"revision\".\nMinimum 2 arguments required: release name, revision");
            Optional<Integer> second = words.size() == 3 ? Optional.of(revision(2)) : Optional.empty();
            return releases.revisions(words.get(0), revision(1), second, options);
        }
    }

    /** {@code decs helm diff rollback}. */
    @Command(name = "rollback", description = "What a rollback would change")
    static final class Rollback extends HelmDiffRecordsCommand {
        @Override
        ReleaseDiff.Result compare(ReleaseDiff releases, DiffOptions options) {
            refuseUnless(words.size() == 2, "This command needs 2 arguments: release name, revision number");
            return releases.rollback(words.get(0), revision(1), options);
        }
    }

    /** {@code decs helm diff release}. */
    @Command(name = "release", description = "What differs between two releases")
    static final class Releases extends HelmDiffRecordsCommand {
        @Override
        ReleaseDiff.Result compare(ReleaseDiff releases, DiffOptions options) {
            refuseUnless(words.size() == 2, "This command needs 2 arguments: release name-1, release name-2");
            return releases.releases(words.get(0), words.get(1), options);
        }
    }
}
