package decs.template.sprig;

import decs.template.gofmt.GoFormat;
import decs.template.language.FunctionException;
import java.util.Locale;

/** Reads a URL without its fragment. Mirrors: net/url parse. */
final class UrlParser {
    private final String url;

    UrlParser(String url) {
        this.url = url;
    }

    GoUrl parse() {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) < ' ' || url.charAt(i) == 0x7F) {
                throw new FunctionException("net/url: invalid control character in URL");
            }
        }
        if (url.equals("*")) {
            return new GoUrl("", "", null, "", "*", "", new GoUrl.Form(false, false), "", "", "");
        }
        int end = endOfScheme();
        String scheme = end < 0 ? "" : url.substring(0, end).toLowerCase(Locale.ROOT);
        String rest = end < 0 ? url : url.substring(end + 1);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        boolean emptyQuery = mark >= 0 && query.isEmpty();
        rest = mark < 0 ? rest : rest.substring(0, mark);
        if (!rest.startsWith("/")) {
            if (!scheme.isEmpty()) {
                GoUrl.Form form = new GoUrl.Form(emptyQuery, false);
                return new GoUrl(scheme, rest, null, "", "", "", form, query, "", "");
            }
            checkFirstSegment(rest);
        }
        return hierarchical(scheme, rest, query, emptyQuery);
    }

    private static void checkFirstSegment(String rest) {
        int slash = rest.indexOf('/');
        if ((slash < 0 ? rest : rest.substring(0, slash)).indexOf(':') >= 0) {
            throw new FunctionException("first path segment in URL cannot contain colon");
        }
    }

    private static GoUrl hierarchical(String scheme, String rest, String query, boolean emptyQuery) {
        GoUrl.User user = null;
        String host = "";
        String path = rest;
        boolean noHost = false;
        if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            path = slash < 0 ? "" : rest.substring(slash);
            int at = authority.lastIndexOf('@');
            host = host(scheme, authority.substring(at + 1));
            user = at < 0 ? null : user(authority.substring(0, at));
        } else if (!scheme.isEmpty() && rest.startsWith("/")) {
            noHost = true;
        }
        String decoded = UrlEscape.PATH.unescape(path);
        String raw = UrlEscape.PATH.escape(decoded).equals(path) ? "" : path;
        GoUrl.Form form = new GoUrl.Form(emptyQuery, noHost);
        return new GoUrl(scheme, "", user, host, decoded, raw, form, query, "", "");
    }

    /** Where the scheme ends, or -1 when there is none. */
    private int endOfScheme() {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':') {
                if (i == 0) {
                    throw new FunctionException("missing protocol scheme");
                }
                return i;
            }
            if (!letter && (!other || i == 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static GoUrl.User user(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c < 0x80 && Character.isLetterOrDigit(c);
            if (!alphanumeric && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
                throw new FunctionException("net/url: invalid userinfo");
            }
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? new GoUrl.User(UrlEscape.USER.unescape(text), null)
                : new GoUrl.User(
                        UrlEscape.USER.unescape(text.substring(0, colon)),
                        UrlEscape.USER.unescape(text.substring(colon + 1)));
    }

    private static String host(String scheme, String text) {
        int open = text.indexOf('[');
        if (open > 0) {
            throw new FunctionException("invalid IP-literal");
        }
        if (open == 0) {
            return literal(text);
        }
        boolean web = scheme.equals("http") || scheme.equals("https");
        int colon = web ? text.indexOf(':') : text.lastIndexOf(':');
        if (colon >= 0) {
            checkPort(text.substring(colon));
        }
        return UrlEscape.HOST.unescape(text);
    }

    /** An IPv6 address in brackets, maybe with a zone behind {@code %25}, maybe with a port. */
    private static String literal(String text) {
        int close = text.lastIndexOf(']');
        if (close < 0) {
            throw new FunctionException("missing ']' in host");
        }
        checkPort(text.substring(close + 1));
        int zone = text.substring(0, close).indexOf("%25");
        String address = UrlEscape.HOST.unescape(text.substring(1, zone < 0 ? close : zone));
        String behind = zone < 0 ? "" : UrlEscape.ZONE.unescape(text.substring(zone, close));
        if (IpAddress.parse(address).isEmpty()) {
            throw badAddress(address + behind, "unable to parse IP");
        }
        if (address.indexOf(':') < 0) {
            throw new FunctionException("invalid IP-literal");
        }
        if (behind.equals("%")) {
            throw badAddress(address + behind, "zone must be a non-empty string");
        }
        return "[" + address + behind + UrlEscape.HOST.unescape(text.substring(close));
    }

    private static FunctionException badAddress(String address, String why) {
        return new FunctionException("invalid host: ParseAddr(" + GoFormat.quote(GoUrl.text(address)) + "): " + why);
    }

    private static void checkPort(String text) {
        if (!isPort(text)) {
            throw new FunctionException("invalid port " + GoFormat.quote(GoUrl.text(text)) + " after host");
        }
    }

    /** Whether the text is empty or a colon with digits behind it. */
    static boolean isPort(String text) {
        return text.isEmpty() || (text.charAt(0) == ':' && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
    }
}
