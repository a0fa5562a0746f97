package decs.helm.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Why a server was not reached, in the words of Go's network library where it has some. */
final class Unreachable {
    private Unreachable() {}

    static String because(URI uri, IOException failed) {
        if (has(failed, UnresolvedAddressException.class) || has(failed, UnknownHostException.class)) {
            return "dial tcp: lookup " + uri.getHost() + ": no such host";
        }
        if (has(failed, HttpConnectTimeoutException.class)) {
            return "dial tcp " + hostAndPort(uri) + ": i/o timeout";
        }
        if (failed instanceof ConnectException) {
            return "dial tcp " + hostAndPort(uri) + ": connect: connection refused";
        }
        if (has(failed, SSLException.class)) {
            String why = String.valueOf(root(failed).getMessage());
            return why.contains("unable to find valid certification path")
                    ? "tls: failed to verify certificate: x509: certificate signed by unknown authority"
                    : "tls: " + why;
        }
        String why = failed.getMessage();
        return why == null ? failed.getClass().getSimpleName() : why;
    }

    private static String hostAndPort(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getHost() + ":" + port;
    }

    private static boolean has(Throwable failed, Class<? extends Throwable> kind) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
