package decs.core.transcript;

import decs.core.diff.ObjectKey;
import decs.core.request.Question;
import decs.core.request.ReleaseOutcome;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Level;
import decs.core.request.RunEvent.Step;
import decs.core.request.RunListener;
import decs.template.source.DecsException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * helmfile's log of a run, line by line: results on one stream, everything else on the other.
 *
 * @param out takes text for standard output
 * @param err takes text for standard error
 * @param answers gives the next line that the user types; none at the end of input
 * @param level the least that is told
 */
public record Transcript(
        Consumer<String> out, Consumer<String> err, Supplier<Optional<String>> answers, Level level, Style style)
        implements RunListener {

    /**
     * How it is told.
     *
     * @param v0 in the words of helmfile 0.x
     * @param colour whether headings of summaries are coloured
     * @param showDiff whether comparisons are results; else they are log lines without their text
     * @param exact whether nothing is told that helmfile would not tell
     */
    public record Style(boolean v0, boolean colour, boolean showDiff, boolean exact) {}

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Line line) {
            log(line.level(), line.text() + "\n");
        } else if (event instanceof RunEvent.Again again && style.exact()) {
            log(Level.WARN, again.warning() + "\n");
        } else if (event instanceof RunEvent.RepositoryAdded added) {
            repository(added);
        } else if (event instanceof RunEvent.Started started) {
            started(started.release(), started.step());
        } else if (event instanceof RunEvent.Printed printed) {
            printed(printed);
        } else if (event instanceof RunEvent.Written written) {
            log(Level.INFO, "Writing values file " + written.path() + "\n");
        } else if (event instanceof RunEvent.Compared compared) {
            compared(compared.text());
        } else if (event instanceof RunEvent.Affected affected) {
            affected(affected);
        } else if (event instanceof RunEvent.Shared shared && !style.exact()) {
            log(Level.WARN, shared(shared) + "\n");
        } else if (event instanceof RunEvent.Done done && !style.exact()) {
            done(done.outcome());
        } else if (event instanceof RunEvent.HookOutput hook) {
            hook(hook);
        } else if (event instanceof RunEvent.FileDone done) {
            log(Level.INFO, new Summary(style).print(done.report()));
        }
    }

    private void log(Level of, String text) {
        if (of.compareTo(level) >= 0 && !text.isEmpty()) {
            err.accept(text);
        }
    }

    private void repository(RunEvent.RepositoryAdded added) {
        if (!added.oci()) {
            log(Level.INFO, "Adding repo " + added.name() + " " + added.url() + "\n");
            log(Level.INFO, "\"" + added.name() + "\" has been added to your repositories\n\n");
        }
    }

    private void started(ReleaseRef release, Step step) {
        String text = line(release, step) + "\n";
        if (step == Step.COMPARE && style.showDiff()) {
            out.accept(text);
        } else {
            log(Level.INFO, text);
            log(Level.INFO, step == Step.COMPARE ? "\n" : "");
        }
    }

    private String line(ReleaseRef release, Step step) {
        String which = " release=" + release.name() + ", chart=" + release.shownChart();
        String where = style.v0() ? "" : ", namespace=" + release.namespace();
        return switch (step) {
            case DEPENDENCIES -> "Building dependency" + which;
            case FETCH -> "Fetching " + release.shownChart();
            case TEMPLATE -> "Templating" + which;
            case VALUES -> "Writing values" + which;
            case LINT -> "Linting" + which;
            case COMPARE -> "Comparing" + which + where;
            case UPGRADE -> "Upgrading" + which + where;
            case LOOK_UP -> "Listing releases matching ^" + release.name() + "$";
            case DELETE -> "Deleting " + release.name();
            case STATUS -> "Getting status " + release.name();
            case TEST -> "Testing " + release.name();
            case UNIT_TEST -> "Unit testing" + which;
        };
    }

    private void printed(RunEvent.Printed printed) {
        switch (printed.step()) {
            case TEMPLATE -> log(Level.INFO, printed.text());
            case LINT, UNIT_TEST -> out.accept(printed.text());
            default -> {
                if (style.v0()) {
                    out.accept(printed.text() + "\n");
                } else {
                    log(Level.INFO, printed.text());
                }
            }
        }
    }

    private void compared(String text) {
        if (style.showDiff() && !text.isEmpty()) {
            out.accept(text + "\n");
        }
    }

    private void affected(RunEvent.Affected affected) {
        if (affected.entries().isEmpty()) {
            log(Level.INFO, affected.announced() ? "No affected releases\n" : "");
        } else {
            log(affected.announced() ? Level.INFO : Level.DEBUG, AffectedList.of(affected.entries()) + "\n");
        }
    }

    private static String shared(RunEvent.Shared shared) {
        ObjectKey object = shared.object();
        String names = shared.releases().stream().map(ReleaseRef::name).collect(Collectors.joining(" and "));
        return object.kind() + " " + object.name() + " (namespace " + object.namespace() + ") is defined by releases "
                + names + "; the second one to be applied will fail";
    }

    private void done(ReleaseOutcome outcome) {
        if (outcome instanceof ReleaseOutcome.Unchanged unchanged && unchanged.needsRepair()) {
            log(
                    Level.WARN,
                    "release " + unchanged.release() + " does not differ, but its revision " + unchanged.revision()
                            + " is " + unchanged.status() + "; apply --repair releases it again\n");
        } else if (outcome instanceof ReleaseOutcome.Skipped skipped && skipped.failedNeed()) {
            log(Level.WARN, "release " + skipped.release() + " is skipped: " + skipped.reason() + "\n");
        }
    }

    @Override
    public boolean confirms(Question question) {
        String who = style.exact() ? "Helmfile" : "decs";
        String verb = question.verb().name().toLowerCase(Locale.ROOT);
        String what = question.verb() == Question.Verb.APPLY ? "all your changes" : "all your releases";
        boolean deletion = question.verb() == Question.Verb.DELETE;
        String list = deletion ? AffectedList.withoutChange(question.affected()) : AffectedList.of(question.affected());
        while (true) {
            out.accept(list + "\nDo you really want to " + verb + "?\n  " + who + " will " + verb + " " + what
                    + ", as shown above.\n\n [y/n]: ");
            String answer = answers.get()
                    .orElseThrow(() -> new DecsException("no answer: standard input ended"))
                    .strip();
            if (answer.equals("y") || answer.equals("yes")) {
                return true;
            }
            if (answer.equals("n") || answer.equals("no")) {
                return false;
            }
        }
    }

    private void hook(RunEvent.HookOutput hook) {
        StringBuilder text = new StringBuilder("\n");
        hook.lines().forEach(line -> text.append("hook[")
                .append(hook.event())
                .append("] logs | ")
                .append(line)
                .append('\n'));
        log(Level.INFO, text.toString());
    }
}
