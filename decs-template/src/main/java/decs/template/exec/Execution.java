package decs.template.exec;

import decs.template.language.FunctionException;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.MissingKey;
import decs.template.parse.DeepStack;
import decs.template.parse.Node;
import java.util.Arrays;

/**
 * One render: its budgets and counters. Confined to one thread, or to one after the other. Steps are taken from a small
 * allowance; only when that is used up are clock, thread and output looked at.
 */
final class Execution {
    /** Java frames that the caller's stack is trusted with. */
    private static final int SHALLOW = 1_200;
    /** Java frames for one {@link DeepStack}. */
    private static final int DEEP = 400_000;
    /** Java frames between two templates. */
    private static final int CALL_HEIGHT = 8;

    private static final int ALLOWANCE = 10_000;
    /** Steps that a fresh stack costs. */
    private static final int FRESH_STACK = 20_000;

    final Host host;
    final Object attachment;
    final Limits limits;
    final boolean missingKeyFails;
    /** Where texts come from; null in all runs but those that are made to find out. */
    final Trace trace;

    int allowance = ALLOWANCE;
    private long steps;
    private final long deadline;
    private long written;
    private int height;
    private int texts;
    private int maxHeight = SHALLOW;
    private int[] includes = new int[16];

    Execution(Host host, Object attachment, Limits limits, MissingKey missingKey, Trace trace) {
        this.host = host;
        this.attachment = attachment;
        this.limits = limits;
        this.trace = trace;
        this.missingKeyFails = missingKey == MissingKey.ERROR;
        this.deadline = System.nanoTime() + limits.maxTime().toNanos();
    }

    /** Counts a block of steps. */
    void spend(int count, Frame frame, Node at) {
        if ((allowance -= count) < 0) {
            refill(frame, at);
        }
    }

    /** Counts work that a function did. */
    void spendMany(long count, Frame frame, Node at) {
        if (count <= ALLOWANCE) {
            spend((int) count, frame, at);
        } else {
            steps += count;
            refill(frame, at);
        }
    }

    private void refill(Frame frame, Node at) {
        steps += ALLOWANCE - (long) allowance;
        allowance = ALLOWANCE;
        if (steps > limits.maxSteps()) {
            throw frame.stopped(at, "more than " + limits.maxSteps() + " steps");
        }
        if (written + frame.out.length() > limits.maxOutputBytes()) {
            throw frame.stopped(at, "more than " + limits.maxOutputBytes() + " characters of output");
        }
        if (System.nanoTime() - deadline > 0) {
            throw frame.stopped(at, "more than " + limits.maxTime().toMillis() + " milliseconds");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw frame.stopped(at, "the thread was interrupted");
        }
    }

    void wrote(int chars) {
        written += chars;
    }

    /** Runs a template on the stack at hand, or on a fresh one when that has become deep. */
    void run(Frame frame) {
        Body body = frame.template.body();
        int added = body.height() + CALL_HEIGHT;
        if (height + added > maxHeight) {
            runDeep(frame, body);
            return;
        }
        height += added;
        run(frame, body);
        height -= added;
    }

    private void runDeep(Frame frame, Body body) {
        spendMany(FRESH_STACK, frame, frame.statement);
        int outerHeight = height;
        int outerMax = maxHeight;
        height = 0;
        maxHeight = Math.max(DEEP, body.height() + CALL_HEIGHT);
        DeepStack.call(() -> run(frame, body));
        height = outerHeight;
        maxHeight = outerMax;
    }

    private static int run(Frame frame, Body body) {
        try {
            return body.step().run(frame);
        } catch (StackOverflowError | OutOfMemoryError met) {
            throw frame.exhausted(frame.statement, met);
        }
    }

    /** Counts one more text inside of another; {@code tpl} that runs itself does not end otherwise. */
    void enterText() {
        if (++texts > limits.maxIncludes()) {
            throw new FunctionException("texts run by tpl are nested more than " + limits.maxIncludes() + " deep");
        }
    }

    void leaveText() {
        texts--;
    }

    /** How often the template numbered {@code id} is being included, before this time. */
    int enterInclude(int id) {
        if (id >= includes.length) {
            includes = Arrays.copyOf(includes, Math.max(id + 1, includes.length * 2));
        }
        return includes[id]++;
    }

    int includesOf(int id) {
        return id < includes.length ? includes[id] : 0;
    }

    void leaveInclude(int id) {
        includes[id]--;
    }
}
