package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.Watch;
import decs.helm.kube.WatchEvent;
import decs.template.yaml.Json;
import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A watch: one long answer of one JSON event a line. */
final class WatchStream implements Watch {
    private final ApiServer server;
    private final String path;
    private final Consumer<WatchEvent> listener;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile AsyncBody body;

    WatchStream(ApiServer server, String path, Consumer<WatchEvent> listener) {
        this.server = server;
        this.path = path;
        this.listener = listener;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what the futures end with goes to the listener
    WatchStream start() {
        server.http()
                .consumeBytes(server.request(path).forStreaming().build(), (buffers, from) -> {
                    read(buffers);
                    from.consume();
                })
                .whenComplete((response, failure) -> {
                    if (failure != null || !response.isSuccessful()) {
                        int code = failure == null ? response.code() : 0;
                        String why = failure == null ? "the server answered " + code : String.valueOf(failure);
                        end(Optional.of(new ClusterException(ClusterException.Reason.of("", code), code, why)));
                        return;
                    }
                    body = response.body();
                    body.done().whenComplete((done, broken) -> end(Optional.empty()));
                    body.consume();
                });
        return this;
    }

    private void read(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                byte b = buffer.get();
                if (b == '\n') {
                    event(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(b);
                }
            }
        }
    }

    private void event(String text) {
        if (closed.get() || text.isBlank() || !(Json.read(text) instanceof Map<?, ?> event)) {
            return;
        }
        Map<?, ?> object = event.get("object") instanceof Map<?, ?> map ? map : Map.of();
        KubeObject seen = KubeObject.of(cast(object));
        switch (String.valueOf(event.get("type"))) {
            case "ADDED" -> listener.accept(new WatchEvent.Added(seen));
            case "MODIFIED" -> listener.accept(new WatchEvent.Modified(seen));
            case "DELETED" -> listener.accept(new WatchEvent.Deleted(seen));
            case "BOOKMARK" ->
                listener.accept(new WatchEvent.Bookmark(seen.resourceVersion().orElse("")));
            default -> {
                int code = seen.number("code").map(Long::intValue).orElse(0);
                end(Optional.of(new ClusterException(
                        ClusterException.Reason.of(seen.text("reason").orElse(""), code),
                        code,
                        seen.text("message").orElse("the watch failed"))));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    private void end(Optional<ClusterException> failure) {
        if (closed.compareAndSet(false, true)) {
            listener.accept(new WatchEvent.Ended(failure));
        }
    }

    @Override
    public void close() {
        closed.set(true);
        AsyncBody open = body;
        if (open != null) {
            open.cancel();
        }
    }
}
