package decs.template.yaml;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as messages of go-yaml v2 show them ({@code %#v}); its mappings have keys of any type. */
final class GoSyntax {
    private static final int LONGEST = 10_000;

    private final StringBuilder out = new StringBuilder();

    private GoSyntax() {}

    static String of(Object value) {
        GoSyntax syntax = new GoSyntax();
        syntax.value(value);
        return syntax.out.toString();
    }

    private void value(Object value) {
        if (out.length() > LONGEST) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            out.append("map[interface {}]interface {}{");
            Map<String, Object> sorted = new TreeMap<>(GoString::compareBytes);
            map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
            for (Iterator<Map.Entry<String, Object>> entries = sorted.entrySet().iterator(); entries.hasNext(); ) {
                Map.Entry<String, Object> entry = entries.next();
                value(entry.getKey());
                out.append(':');
                value(entry.getValue());
                out.append(entries.hasNext() ? ", " : "");
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append("[]interface {}{");
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                value(list.get(i));
            }
            out.append('}');
        } else if (value instanceof BigInteger number) {
            out.append("0x").append(number.toString(16));
        } else {
            out.append(value == null ? "interface {}(nil)" : GoFormat.sprintf("%#v", new Object[] {value}));
        }
    }
}
