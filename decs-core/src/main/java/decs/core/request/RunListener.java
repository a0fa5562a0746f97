package decs.core.request;

/** Is told what happens in a run. Calls come one at a time, though from several threads. */
@FunctionalInterface
public interface RunListener {
    RunListener NONE = event -> {};

    void on(RunEvent event);

    /** Whether a run that was told to ask may go on. */
    default boolean confirms(Question question) {
        return true;
    }
}
