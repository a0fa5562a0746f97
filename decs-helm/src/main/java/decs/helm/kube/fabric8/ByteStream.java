package decs.helm.kube.fabric8;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A response body as a stream; more is asked for only as it is read. */
final class ByteStream extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {
    private final LinkedBlockingQueue<Optional<ByteBuffer>> chunks = new LinkedBlockingQueue<>();
    private AsyncBody body;
    private ByteBuffer current = ByteBuffer.allocate(0);

    void start(AsyncBody bytes) {
        body = bytes;
        CompletableFuture<Void> unused = bytes.done().whenComplete((done, failure) -> chunks.add(Optional.empty()));
        bytes.consume();
    }

    @Override
    public void consume(List<ByteBuffer> buffers, AsyncBody bytes) {
        for (ByteBuffer buffer : buffers) {
            ByteBuffer copy = ByteBuffer.allocate(buffer.remaining());
            copy.put(buffer).flip();
            if (copy.hasRemaining()) {
                chunks.add(Optional.of(copy));
            }
        }
        bytes.consume();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (!current.hasRemaining()) {
                Optional<ByteBuffer> next = chunks.take();
                if (next.isEmpty()) {
                    chunks.add(next); // the end stays the end
                    return -1;
                }
                current = next.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        int count = Math.min(length, current.remaining());
        current.get(target, offset, count);
        return count;
    }

    @Override
    public void close() {
        if (body != null) {
            body.cancel();
        }
    }
}
