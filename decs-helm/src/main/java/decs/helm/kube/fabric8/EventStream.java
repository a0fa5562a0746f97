package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.Watch;
import decs.helm.kube.WatchEvent;
import decs.template.source.DecsException;
import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The body of a watch: one event a line. */
final class EventStream implements AsyncBody.Consumer<List<ByteBuffer>>, Watch {
    private final Consumer<WatchEvent> listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private AsyncBody body;
    private boolean over;

    EventStream(Consumer<WatchEvent> listener) {
        this.listener = listener;
    }

    synchronized void start(AsyncBody events) {
        body = events;
        if (over) {
            events.cancel();
            return;
        }
        CompletableFuture<Void> unused = events.done().whenComplete((done, failure) -> end(lost(failure)));
        events.consume();
    }

    private static Optional<ClusterException> lost(Throwable failure) {
        return Optional.ofNullable(failure)
                .map(cause ->
                        new ClusterException(ClusterException.Reason.UNREACHABLE, 0, "watch: " + cause.getMessage()));
    }

    @Override
    public void consume(List<ByteBuffer> buffers, AsyncBody events) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    String text = line.toString(StandardCharsets.UTF_8);
                    line.reset();
                    report(text);
                } else {
                    line.write(next);
                }
            }
        }
        events.consume();
    }

    private void report(String text) {
        try {
            KubeObject event = ApiJson.read(text);
            KubeObject object = KubeObject.of(event.map("object"));
            switch (event.text("type").orElse("")) {
                case "ADDED" -> tell(new WatchEvent.Added(object));
                case "MODIFIED" -> tell(new WatchEvent.Modified(object));
                case "DELETED" -> tell(new WatchEvent.Deleted(object));
                case "BOOKMARK" ->
                    tell(new WatchEvent.Bookmark(object.resourceVersion().orElse("")));
                default ->
                    end(Optional.of(Failures.of(
                            object, object.number("code").orElse(500L).intValue(), text, OptionalInt.empty())));
            }
        } catch (DecsException e) {
            end(Optional.of(new ClusterException(ClusterException.Reason.UNKNOWN, 0, "watch: " + e.getMessage())));
        }
    }

    private void tell(WatchEvent event) {
        synchronized (this) {
            if (over) {
                return;
            }
        }
        listener.accept(event);
    }

    void end(Optional<ClusterException> failure) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            if (body != null) {
                body.cancel();
            }
        }
        listener.accept(new WatchEvent.Ended(failure));
    }

    @Override
    public synchronized void close() {
        over = true;
        if (body != null) {
            body.cancel();
        }
    }
}
