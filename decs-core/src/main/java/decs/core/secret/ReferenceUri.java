package decs.core.secret;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A reference without its {@code ref+}: {@code PROVIDER://PATH?QUERY#/FRAGMENT}.
 *
 * <p>Mirrors: net/url Parse, as far as it can fail or change the text
 *
 * @param scheme the provider, in lower case
 * @param path host and path as one text, without user and final slashes
 * @param written the same with the final slashes
 * @param query the parameters, decoded
 * @param fragment the keys to follow, decoded, without the first slash; empty for the whole document
 */
public record ReferenceUri(String scheme, String path, String written, Map<String, String> query, String fragment) {
    private static final String HOST_MARKS = "-_.~!$&'()*+,;=:[]<>\"";

    public ReferenceUri {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(written, "written");
        query = Map.copyOf(query);
        Objects.requireNonNull(fragment, "fragment");
    }

    /** Mirrors: vals' own way with names of Amazon, whose colons are no port. */
    private static final Set<String> AMAZON = Set.of("awssecrets", "awsssm", "s3");

    static ReferenceUri parse(String text) {
        int schemeEnd = text.indexOf("://");
        if (schemeEnd <= 0) {
            throw failure(text, "missing protocol scheme");
        }
        String scheme = scheme(text, schemeEnd);
        String rest = text.substring(schemeEnd + 3);
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : unescape(text, rest.substring(hash + 1), false);
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String server = authority.substring(authority.lastIndexOf('@') + 1);
        boolean amazon = AMAZON.contains(scheme) && server.startsWith("arn:aws:");
        String host = amazon ? server : host(text, server);
        String path = host + (slash < 0 ? "" : unescape(text, rest.substring(slash), false));
        return new ReferenceUri(
                scheme,
                path.replaceAll("/+$", ""),
                path,
                query(query),
                fragment.startsWith("/") ? fragment.substring(1) : fragment);
    }

    /** A query parameter, else the environment variable {@code VALS_<NAME>}, else the empty text. */
    public String parameter(String name, Map<String, String> environment) {
        String value = query.get(name);
        return value != null ? value : environment.getOrDefault("VALS_" + name.toUpperCase(Locale.ROOT), "");
    }

    private static String scheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+';
            if (!letter && (i == 0 || !other)) {
                throw failure(text, "first path segment in URL cannot contain colon");
            }
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static String host(String text, String host) {
        int colon = host.lastIndexOf(':');
        if (colon >= 0 && !host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw failure(text, "invalid port " + GoFormat.quote(host.substring(colon)) + " after host");
        }
        String plain = unescape(text, host, true);
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean allowed = c >= 0x80
                    || (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || c == '%'
                    || HOST_MARKS.indexOf(c) >= 0;
            if (!allowed) {
                throw failure(text, "invalid character " + GoFormat.quote(String.valueOf(c)) + " in host name");
            }
        }
        return plain;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (pair.isEmpty() || pair.contains(";")) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                query.putIfAbsent(unescape(text, plus(key), false), unescape(text, plus(value), false));
            } catch (DecsException badPair) {
                // dropped, as Go's Query() does
            }
        }
        return query;
    }

    private static String plus(String text) {
        return text.replace('+', ' ');
    }

    private static String unescape(String whole, String text, boolean host) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = GoString.bytes(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.write(in[i]);
                continue;
            }
            int high = i + 1 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            boolean plainInHost = host && high >= 0 && high < 8 && !(high == 2 && low == 5);
            if (high < 0 || low < 0 || plainInHost) {
                String escape = GoString.of(in, i, Math.min(i + 3, in.length));
                throw failure(whole, "invalid URL escape " + GoFormat.quote(escape));
            }
            out.write(high * 16 + low);
            i += 2;
        }
        return GoString.of(out.toByteArray());
    }

    private static DecsException failure(String text, String why) {
        return new DecsException("parse " + GoFormat.quote(text) + ": " + why);
    }
}
