package decs.cli;

/** A verb: its picocli options as fields, and {@link #run} that turns them into a request, calls, and prints. */
interface Command {
    /** Runs the verb and returns the exit code. */
    int run(Console console);
}
