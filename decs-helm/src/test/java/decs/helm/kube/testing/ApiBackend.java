package decs.helm.kube.testing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** What answers the requests behind a {@link FaultProxy}. */
@FunctionalInterface
public interface ApiBackend {
    Answer answer(Request request) throws IOException;

    /**
     * A request as it came.
     *
     * @param path with its query, undecoded
     * @param headers the first value of each, by lower-case name
     */
    record Request(String method, String path, Map<String, String> headers, byte[] body) {
        public boolean isWatch() {
            return path.contains("watch=true");
        }

        public boolean isRead() {
            return method.equals("GET");
        }

        /** Whether it is about many objects: no name at the end of the path. */
        public boolean isList() {
            return isRead() && path.contains("limit=");
        }
    }

    /** An answer; the body of a watch ends with the watch. */
    record Answer(int status, InputStream body) {}
}
