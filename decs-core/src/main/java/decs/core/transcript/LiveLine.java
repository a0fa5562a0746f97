package decs.core.transcript;

import decs.core.request.Question;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.RunListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Consumer;

/**
 * One line at the end of a terminal that says what is at work; the log goes on above it. Everything that is printed must
 * come through the listener in this one.
 */
public final class LiveLine implements RunListener {
    private static final String ERASE = "\r\u001b[K";
    private static final int MOST_NAMES = 3;

    private final RunListener log;
    private final Consumer<String> terminal;
    private final Map<String, String> atWork = new LinkedHashMap<>();
    private int done;
    private boolean drawn;

    public LiveLine(RunListener log, Consumer<String> terminal) {
        this.log = Objects.requireNonNull(log, "log");
        this.terminal = Objects.requireNonNull(terminal, "terminal");
    }

    @Override
    public void on(RunEvent event) {
        erase();
        log.on(event);
        if (event instanceof RunEvent.Started started) {
            String word = word(started.step());
            if (!word.isEmpty()) {
                atWork.put(
                        started.release().toString(),
                        word + " " + started.release().name());
            }
        } else if (event instanceof RunEvent.Done finished) {
            finish(finished.outcome().release());
        } else if (event instanceof RunEvent.Compared compared) {
            finish(compared.release());
        } else if (event instanceof RunEvent.FileDone) {
            atWork.clear();
        }
        draw();
    }

    private void finish(ReleaseRef release) {
        if (atWork.remove(release.toString()) != null) {
            done++;
        }
    }

    private static String word(RunEvent.Step step) {
        return switch (step) {
            case COMPARE -> "comparing";
            case UPGRADE -> "upgrading";
            case DELETE -> "deleting";
            case TEST -> "testing";
            default -> "";
        };
    }

    private void draw() {
        if (atWork.isEmpty()) {
            return;
        }
        StringJoiner names = new StringJoiner(", ");
        atWork.values().stream().limit(MOST_NAMES).forEach(names::add);
        int more = atWork.size() - MOST_NAMES;
        terminal.accept(names + (more > 0 ? " and " + more + " more" : "") + (done > 0 ? " (" + done + " done)" : ""));
        drawn = true;
    }

    private void erase() {
        if (drawn) {
            terminal.accept(ERASE);
            drawn = false;
        }
    }

    @Override
    public boolean confirms(Question question) {
        erase();
        return log.confirms(question);
    }
}
