package decs.helm.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} name, in either case; this machine itself
 * is always reached directly.
 *
 * <p>Mirrors: http.ProxyFromEnvironment
 */
final class Proxies extends ProxySelector {
    private final Optional<InetSocketAddress> http;
    private final Optional<InetSocketAddress> https;
    private final List<String> direct;

    private Proxies(Optional<InetSocketAddress> http, Optional<InetSocketAddress> https, List<String> direct) {
        this.http = http;
        this.https = https;
        this.direct = direct;
    }

    static Proxies of(Map<String, String> environment) {
        String none = value(environment, "NO_PROXY");
        return new Proxies(
                address(value(environment, "HTTP_PROXY")),
                address(value(environment, "HTTPS_PROXY")),
                none.isEmpty() ? List.of() : List.of(none.trim().split("\\s*,\\s*")));
    }

    private static String value(Map<String, String> environment, String name) {
        String upper = environment.getOrDefault(name, "");
        return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "") : upper;
    }

    private static Optional<InetSocketAddress> address(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
            return Optional.ofNullable(uri.getHost()).map(host -> InetSocketAddress.createUnresolved(host, port));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        Optional<InetSocketAddress> proxy = "https".equalsIgnoreCase(uri.getScheme()) ? https : http;
        return proxy.isEmpty() || isDirect(String.valueOf(uri.getHost()))
                ? List.of(Proxy.NO_PROXY)
                : List.of(new Proxy(
                        Proxy.Type.HTTP,
                        new InetSocketAddress(
                                proxy.get().getHostString(), proxy.get().getPort())));
    }

    private boolean isDirect(String host) {
        return host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || direct.stream().anyMatch(pattern -> fits(host, pattern));
    }

    private static boolean fits(String host, String pattern) {
        String bare = pattern.startsWith("*.") ? pattern.substring(1) : pattern;
        return bare.equals("*")
                || host.equalsIgnoreCase(bare)
                || host.endsWith(bare.startsWith(".") ? bare : "." + bare);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failed) {
        // the failure reaches the caller anyhow
    }
}
