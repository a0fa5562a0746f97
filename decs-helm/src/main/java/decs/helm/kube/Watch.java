package decs.helm.kube;

/** A running watch; closing it ends it without a last event. */
public interface Watch extends AutoCloseable {
    @Override
    void close();
}
