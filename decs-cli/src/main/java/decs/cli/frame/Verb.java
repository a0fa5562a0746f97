package decs.cli.frame;

/** A verb: its picocli options as fields, and {@link #run} that turns them into a request, calls, and prints. */
public interface Verb {
    /** Runs the verb and returns the exit code. */
    int run(Console console);
}
