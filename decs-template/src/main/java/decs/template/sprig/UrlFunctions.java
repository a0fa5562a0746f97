package decs.template.sprig;

import static decs.template.language.GoKind.MAP;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.value.ValueMap;
import java.util.Map;

/** Sprig's URLs: text to parts and back. */
final class UrlFunctions {
    private static final FunctionTable TABLE = FunctionTable.builder()
            .of("urlParse", STRING, UrlFunctions::parse)
            .of("urlJoin", MAP, UrlFunctions::join)
            .build();

    private UrlFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    private static Object parse(Object text) {
        GoUrl url;
        try {
            url = GoUrl.parse((String) text);
        } catch (FunctionException bad) {
            throw new FunctionException("unable to parse url: " + bad.getMessage(), bad);
        }
        ValueMap parts = new ValueMap();
        parts.put("scheme", url.scheme());
        parts.put("host", GoUrl.text(url.host()));
        parts.put("hostname", GoUrl.text(url.hostname()));
        parts.put("path", GoUrl.text(url.path()));
        parts.put("query", GoUrl.text(url.query()));
        parts.put("opaque", GoUrl.text(url.opaque()));
        parts.put("fragment", GoUrl.text(url.fragment()));
        parts.put("userinfo", url.user() == null ? "" : url.user().toString());
        return parts;
    }

    private static Object join(Object map) {
        GoUrl url = new GoUrl(
                part(map, "scheme"),
                part(map, "opaque"),
                null,
                part(map, "host"),
                part(map, "path"),
                "",
                new GoUrl.Form(false, false),
                part(map, "query"),
                part(map, "fragment"),
                "");
        String userinfo = part(map, "userinfo");
        return (userinfo.isEmpty() ? url : url.withUser(user(userinfo))).toString();
    }

    private static GoUrl.User user(String userinfo) {
        try {
            return GoUrl.parse("proto://" + GoUrl.text(userinfo) + "@host").user();
        } catch (FunctionException bad) {
            throw new FunctionException("unable to parse userinfo in dict: " + bad.getMessage(), bad);
        }
    }

    private static String part(Object map, String key) {
        Map<?, ?> parts = map == null ? Map.of() : (Map<?, ?>) map;
        if (!parts.containsKey(key)) {
            return "";
        }
        Object value = parts.get(key);
        if (value instanceof String text) {
            return GoUrl.bytewise(text);
        }
        throw new FunctionException(
                value == null
                        ? "runtime error: invalid memory address or nil pointer dereference"
                        : "unable to parse " + key + " key, must be of type string, but " + GoTypes.kind(value)
                                + " found");
    }
}
