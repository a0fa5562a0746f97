package decs.helm.http;

import decs.template.source.DecsException;
import java.net.URI;
import java.util.Locale;

/** Addresses: whose they are, how they may be shown, and what one means relative to another. */
public final class Addresses {
    private Addresses() {}

    /** Whether scheme, host and port are the same. */
    public static boolean sameServer(URI a, URI b) {
        return String.valueOf(a.getScheme()).equalsIgnoreCase(b.getScheme())
                && String.valueOf(a.getHost()).equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    static boolean sameServer(URI a, String b) {
        try {
            return sameServer(a, URI.create(b));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    static URI resolve(URI base, String reference) {
        try {
            return base.resolve(reference);
        } catch (IllegalArgumentException bad) {
            throw new DecsException(clean(base) + " redirects to an address that is none", bad);
        }
    }

    /** The address as it may be shown: without user and password. */
    public static String clean(URI uri) {
        String text = uri.toString();
        return uri.getRawUserInfo() == null ? text : text.replace(uri.getRawUserInfo() + "@", "");
    }

    /** An address as it may be shown, when it is not certain that it is one. */
    public static String clean(String address) {
        int scheme = address.indexOf("://");
        int slash = scheme < 0 ? -1 : address.indexOf('/', scheme + 3);
        String authority = scheme < 0 ? "" : address.substring(scheme + 3, slash < 0 ? address.length() : slash);
        int at = authority.lastIndexOf('@');
        return at < 0 ? address : address.replace(authority.substring(0, at + 1), "");
    }

    /** Whether it starts like an address of the web. */
    public static boolean isWeb(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /** Whether it starts like an address that an optional module reads: {@code s3://}, {@code gs://}. */
    public static boolean isForeign(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("s3://") || lower.startsWith("gs://");
    }

    /** Whether it is fetched as one file, from the web or by a module. */
    public static boolean isFetched(String address) {
        return isWeb(address) || isForeign(address);
    }
}
