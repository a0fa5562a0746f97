package decs.core.request;

/** Is told what happens in a run. Calls come one at a time, though from several threads. */
@FunctionalInterface
public interface RunListener {
    RunListener NONE = event -> {};

    void on(RunEvent event);
}
