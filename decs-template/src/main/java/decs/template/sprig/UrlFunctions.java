package decs.template.sprig;

import static decs.template.language.GoKind.MAP;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.value.ValueMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sprig's addresses, taken apart and put together as {@code net/url} does. */
final class UrlFunctions {
    private static final Pattern URL = Pattern.compile(
            "^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?$", Pattern.DOTALL);

    private UrlFunctions() {}

    static FunctionTable table() {
        return FunctionTable.builder()
                .of("urlParse", STRING, text -> parse((String) text))
                .of("urlJoin", MAP, UrlFunctions::join)
                .build();
    }

    private static Object parse(String text) {
        if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw new FunctionException("unable to parse url: parse " + GoFormat.quote(text)
                    + ": net/url: invalid control character in URL");
        }
        Matcher parts = URL.matcher(text);
        if (!parts.matches() || (parts.group(1) == null && text.startsWith(":"))) {
            throw new FunctionException(
                    "unable to parse url: parse " + GoFormat.quote(text) + ": missing protocol scheme");
        }
        String scheme = or(parts.group(1)).toLowerCase(java.util.Locale.ROOT);
        String authority = or(parts.group(2));
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1);
        boolean opaque =
                !scheme.isEmpty() && parts.group(2) == null && !parts.group(3).startsWith("/");
        checkPort(text, host);
        ValueMap url = new ValueMap();
        url.put("scheme", scheme);
        url.put("host", host);
        url.put("hostname", hostname(host));
        url.put("path", opaque ? "" : unescape(parts.group(3)));
        url.put("query", or(parts.group(4)));
        url.put("opaque", opaque ? parts.group(3) : "");
        url.put("fragment", unescape(or(parts.group(5))));
        url.put("userinfo", at < 0 ? "" : authority.substring(0, at));
        return url;
    }

    private static void checkPort(String text, String host) {
        int colon = host.lastIndexOf(':');
        if (colon < 0 || host.endsWith("]")) {
            return;
        }
        String port = host.substring(colon);
        if (!port.substring(1).chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new FunctionException("unable to parse url: parse " + GoFormat.quote(text) + ": invalid port "
                    + GoFormat.quote(port) + " after host");
        }
    }

    private static String hostname(String host) {
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            return close < 0 ? host : host.substring(1, close);
        }
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    private static String unescape(String text) {
        if (!text.contains("%")) {
            return text;
        }
        byte[] bytes = decs.template.gofmt.GoString.bytes(text);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return decs.template.gofmt.GoString.of(out.toByteArray());
    }

    private static Object join(Object map) {
        Map<?, ?> parts = map == null ? Map.of() : (Map<?, ?>) map;
        String scheme = part(parts, "scheme");
        String opaque = part(parts, "opaque");
        String host = part(parts, "host");
        String user = part(parts, "userinfo");
        String path = part(parts, "path");
        StringBuilder url = new StringBuilder();
        if (!scheme.isEmpty()) {
            url.append(scheme).append(':');
        }
        if (!opaque.isEmpty()) {
            url.append(opaque);
        } else {
            if (!scheme.isEmpty() || !host.isEmpty() || !user.isEmpty()) {
                if (!host.isEmpty() || !path.isEmpty() || !user.isEmpty()) {
                    url.append("//");
                }
                url.append(user).append(user.isEmpty() ? "" : "@").append(host);
            }
            if (!path.isEmpty() && !path.startsWith("/") && !host.isEmpty()) {
                url.append('/');
            }
            url.append(path);
        }
        String query = part(parts, "query");
        String fragment = part(parts, "fragment");
        return url.append(query.isEmpty() ? "" : "?" + query)
                .append(fragment.isEmpty() ? "" : "#" + fragment)
                .toString();
    }

    private static String part(Map<?, ?> parts, String key) {
        Object value = parts.get(key);
        if (value == null && !parts.containsKey(key)) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw new FunctionException("unable to parse " + key + " key, must be of type string, but "
                + (value == null ? "invalid" : GoTypes.typeName(value)) + " found");
    }
}
