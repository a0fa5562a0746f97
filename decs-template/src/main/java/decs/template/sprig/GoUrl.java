package decs.template.sprig;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.language.FunctionException;
import java.nio.charset.StandardCharsets;

/**
 * A URL as Go's {@code net/url} reads and writes it. Its texts hold one byte in a char while it works.
 *
 * @param user name and password as written, decoded; null for none
 */
record GoUrl(
        String scheme,
        String opaque,
        User user,
        String host,
        String path,
        String rawPath,
        Form form,
        String query,
        String fragment,
        String rawFragment) {

    /** A name, and a password or null. */
    record User(String name, String password) {
        @Override
        public String toString() {
            String text = UrlEscape.USER.escape(name);
            return password == null ? text : text + ":" + UrlEscape.USER.escape(password);
        }
    }

    /** What empty parts were there. */
    record Form(boolean emptyQuery, boolean noHost) {}

    static String bytewise(String text) {
        return GoString.isAscii(text) ? text : new String(GoString.bytes(text), StandardCharsets.ISO_8859_1);
    }

    static String text(String bytewise) {
        return GoString.isAscii(bytewise) ? bytewise : GoString.of(bytewise.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Mirrors: url.Parse; fails with {@code parse "x": …}. */
    static GoUrl parse(String url) {
        String whole = bytewise(url);
        int hash = whole.indexOf('#');
        String before = hash < 0 ? whole : whole.substring(0, hash);
        GoUrl parsed;
        try {
            parsed = new UrlParser(before).parse();
        } catch (FunctionException bad) {
            throw new FunctionException("parse " + GoFormat.quote(text(before)) + ": " + bad.getMessage(), bad);
        }
        try {
            return parsed.withFragment(hash < 0 ? "" : whole.substring(hash + 1));
        } catch (FunctionException bad) {
            throw new FunctionException("parse " + GoFormat.quote(url) + ": " + bad.getMessage(), bad);
        }
    }

    private GoUrl withFragment(String raw) {
        String decoded = UrlEscape.FRAGMENT.unescape(raw);
        String kept = UrlEscape.FRAGMENT.escape(decoded).equals(raw) ? "" : raw;
        return new GoUrl(scheme, opaque, user, host, path, rawPath, form, query, decoded, kept);
    }

    GoUrl withUser(User user) {
        return new GoUrl(scheme, opaque, user, host, path, rawPath, form, query, fragment, rawFragment);
    }

    /** The host without its port and brackets. */
    String hostname() {
        int colon = host.lastIndexOf(':');
        String name = colon >= 0 && UrlParser.isPort(host.substring(colon)) ? host.substring(0, colon) : host;
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** Mirrors: URL.String. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        if (!scheme.isEmpty()) {
            out.append(scheme).append(':');
        }
        if (!opaque.isEmpty()) {
            out.append(opaque);
        } else {
            appendHost(out);
            String escaped = UrlEscape.PATH.keepOrEscape(path, rawPath);
            if (!escaped.isEmpty() && escaped.charAt(0) != '/' && !host.isEmpty()) {
                out.append('/');
            }
            int slash = escaped.indexOf('/');
            boolean colonFirst = (slash < 0 ? escaped : escaped.substring(0, slash)).indexOf(':') >= 0;
            out.append(out.isEmpty() && colonFirst ? "./" : "").append(escaped);
        }
        if (form.emptyQuery || !query.isEmpty()) {
            out.append('?').append(query);
        }
        if (!fragment.isEmpty()) {
            out.append('#').append(UrlEscape.FRAGMENT.keepOrEscape(fragment, rawFragment));
        }
        return text(out.toString());
    }

    private void appendHost(StringBuilder out) {
        boolean none = host.isEmpty() && user == null;
        if ((scheme.isEmpty() && none) || (form.noHost && none)) {
            return;
        }
        if (!none || !path.isEmpty()) {
            out.append("//");
        }
        if (user != null) {
            out.append(user).append('@');
        }
        out.append(UrlEscape.HOST.escape(host));
    }
}
