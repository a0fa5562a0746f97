package decs.helm.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes an answer's bytes as they come and gives up as soon as there are too many. */
final class Sink implements BodySubscriber<Void> {
    private final OutputStream out;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private long left;
    private Subscription subscription;

    /** @param announced how many bytes the server says will come: when those are too many, none is taken */
    Sink(OutputStream out, long most, long announced) {
        this.out = out;
        this.left = most;
        if (announced > most) {
            done.completeExceptionally(new TooLarge());
        }
    }

    /** More bytes than were allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        if (done.isDone()) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                left -= bytes.length;
                if (left < 0) {
                    throw new TooLarge();
                }
                out.write(bytes);
            }
        } catch (IOException failed) {
            subscription.cancel();
            done.completeExceptionally(failed);
        }
    }

    @Override
    public void onError(Throwable failed) {
        done.completeExceptionally(failed);
    }

    @Override
    public void onComplete() {
        done.complete(null);
    }
}
