package decs.template.yaml;

import decs.template.gofmt.GoFloat;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads YAML as Helm does: YAML 1.1 by go-yaml v2, then through JSON, so that every number is a float64 and every key is
 * text.
 *
 * <p>Mirrors: sigs.k8s.io/yaml.YAMLToJSON and encoding/json
 */
final class HelmReader {
    private static final String CORE = "tag:yaml.org,2002:";

    /** What stands in place of a collection that nobody wants. */
    private static final Map<String, Object> DROPPED = Map.of();

    private final Source source;
    private final YamlEvents events;
    private final boolean numbersTyped;
    private final boolean strictKeys;
    private final Set<String> wanted;
    private final Map<String, Object> anchors = new HashMap<>();
    private boolean parsed = true;
    private final Set<String> open = new HashSet<>();
    private final AliasBudget budget = new AliasBudget();

    /** A reader; of collections only those below the fields in {@code wanted} are kept, all when it is empty. */
    private HelmReader(Source source, boolean numbersTyped, boolean strictKeys, Set<String> wanted) {
        this.source = source;
        this.events = YamlEvents.of(source);
        this.numbersTyped = numbersTyped;
        this.strictKeys = strictKeys;
        this.wanted = wanted;
    }

    /**
     * The documents of {@code source}.
     *
     * @param all whether more than the first is wanted
     * @param numbersTyped whether whole numbers stay whole
     * @param strictKeys whether a key given twice is an error
     */
    static List<Object> read(Source source, boolean all, boolean numbersTyped, boolean strictKeys) {
        return read(source, all, numbersTyped, strictKeys, Set.of());
    }

    /** The fields of the first document, numbers as they are written; a failure is told by a reader that keeps all. */
    static List<Object> readFields(Source source, Set<String> wanted) {
        try {
            return read(source, false, true, false, wanted);
        } catch (YamlException told) {
            return read(source, false, true, false);
        }
    }

    private static List<Object> read(
            Source source, boolean all, boolean numbersTyped, boolean strictKeys, Set<String> wanted) {
        List<Object> documents = new ArrayList<>();
        HelmReader reader = null;
        try {
            reader = new HelmReader(source, numbersTyped, strictKeys, wanted);
            for (YamlEvent event = reader.next(); event != YamlEvent.STREAM_END; event = reader.next()) {
                if (event == YamlEvent.DOCUMENT_START) {
                    documents.add(reader.document());
                    if (!all) {
                        break;
                    }
                }
            }
        } catch (YamlException found) {
            YamlException bad = reader == null ? found : reader.first(found);
            throw bad.getMessage().startsWith("error ")
                    ? bad
                    : new YamlException(
                            "error converting YAML to JSON: " + bad.getMessage(),
                            bad.problems().get(0));
        }
        return documents;
    }

    private YamlEvent next() {
        try {
            return events.next();
        } catch (YamlException broken) {
            parsed = false;
            throw broken;
        }
    }

    /** What is met first: Go parses a whole document before it looks at the values in it. */
    private YamlException first(YamlException found) {
        if (!parsed) {
            return found;
        }
        try {
            for (YamlEvent event = next(); event != YamlEvent.DOCUMENT_END; event = next()) {
                noteAnchor(event);
            }
            return found;
        } catch (YamlException broken) {
            return broken;
        }
    }

    /** Goes on with the anchors alone: an alias of none is noticed where it stands. */
    private void noteAnchor(YamlEvent event) {
        if (event == YamlEvent.ALIAS) {
            if (!anchors.containsKey(events.text()) && !open.contains(events.text())) {
                throw failure(events.offset(), "unknown anchor '" + events.text() + "' referenced");
            }
        } else if (events.anchor() != null) {
            anchors.put(events.anchor(), null);
        }
    }

    /** A collection being read: a map with the key in hand, or a list. */
    private static final class Open {
        final boolean isMap;
        final boolean kept;
        final ValueMap map;
        final List<Object> list;
        final String anchor;
        final int at;
        List<Object> merges;
        String key;
        boolean keyIsMerge;
        boolean keyIsNull;
        int keyAt;

        Open(boolean isMap, boolean kept, String anchor, int at) {
            this.isMap = isMap;
            this.kept = kept;
            this.map = kept && isMap ? new ValueMap() : null;
            this.list = kept && !isMap ? new ArrayList<>() : null;
            this.anchor = anchor;
            this.at = at;
        }

        boolean wantsKey() {
            return isMap && key == null;
        }
    }

    private Object document() {
        anchors.clear();
        Deque<Open> stack = new ArrayDeque<>();
        Object result = null;
        while (true) {
            YamlEvent event = next();
            Object value;
            switch (event) {
                case DOCUMENT_END -> {
                    return result;
                }
                case MAPPING_START, SEQUENCE_START -> {
                    open(stack, event == YamlEvent.MAPPING_START);
                    continue;
                }
                case MAPPING_END, SEQUENCE_END -> {
                    Open done = stack.pop();
                    value = value(done);
                    if (done.anchor != null) {
                        open.remove(done.anchor);
                        anchors.put(done.anchor, value);
                    }
                    if (stack.isEmpty()) {
                        result = value;
                    } else {
                        add(stack.peek(), value, done.at);
                    }
                    continue;
                }
                case ALIAS -> value = alias(events.text());
                case SCALAR -> {
                    budget.count(1, events);
                    Open parent = stack.peek();
                    if (parent != null && parent.wantsKey()) {
                        key(parent);
                        continue;
                    }
                    value = scalar();
                    if (events.anchor() != null) {
                        anchors.put(events.anchor(), value);
                    }
                }
                default -> throw new AssertionError(event);
            }
            if (stack.isEmpty()) {
                result = value;
            } else {
                add(stack.peek(), value, events.offset());
            }
        }
    }

    private void open(Deque<Open> stack, boolean isMap) {
        budget.count(1, events);
        Open opened = new Open(isMap, isKept(stack), events.anchor(), events.offset());
        if (opened.anchor != null) {
            open.add(opened.anchor);
        }
        stack.push(opened);
    }

    /** Whether the collection that starts is wanted, or may be needed by an alias or to check a merge. */
    private boolean isKept(Deque<Open> stack) {
        if (wanted.isEmpty() || stack.isEmpty() || events.anchor() != null || stack.peek().keyIsMerge) {
            return true;
        }
        Open parent = stack.peek();
        boolean isField = stack.size() == 1 && parent.isMap && parent.key != null;
        return parent.kept && (!isField || wanted.contains(parent.key.toLowerCase(Locale.ROOT)));
    }

    private static Object value(Open done) {
        if (!done.kept) {
            return DROPPED;
        }
        return done.isMap ? finished(done) : done.list;
    }

    private void add(Open parent, Object value, int at) {
        if (!parent.isMap) {
            if (parent.kept) {
                parent.list.add(value);
            }
            return;
        }
        if (parent.key == null) { // an alias or a collection as a key
            parent.keyIsMerge = false;
            key(parent, value, at);
            return;
        }
        if (parent.keyIsNull) {
            String why = "unsupported map key of type: %!s(<nil>), key: <nil>, value: "
                    + (value == null ? "<nil>" : GoSyntax.of(value));
            throw new YamlException(
                    why, Problem.at(source.at(parent.keyAt), why).withHint("a mapping key must not be null"));
        }
        if (parent.keyIsMerge) {
            if (parent.merges == null) {
                parent.merges = new ArrayList<>();
            }
            parent.merges.add(merge(value, at));
        } else if (parent.kept) {
            if (strictKeys && parent.map.containsKey(parent.key)) {
                throw failure(parent.keyAt, "key \"" + parent.key + "\" already set in map");
            }
            parent.map.put(parent.key, value, source, value == null ? parent.keyAt : at);
        }
        parent.key = null;
    }

    private void key(Open parent) {
        String text = events.text();
        boolean plain = events.style() == ScalarStyle.PLAIN;
        parent.keyAt = events.offset();
        parent.keyIsMerge = plain
                && text.equals("<<")
                && (events.tag() == null || events.tag().equals(CORE + "merge"));
        if (parent.keyIsMerge || (!plain && events.tag() == null)) {
            parent.key = text;
            parent.keyIsNull = false;
        } else {
            key(parent, scalar(), parent.keyAt);
        }
        if (events.anchor() != null) {
            anchors.put(events.anchor(), parent.key);
        }
    }

    private void key(Open parent, Object key, int at) {
        parent.keyAt = at;
        parent.keyIsNull = key == null;
        parent.key = key == null ? "" : keyText(key, at);
    }

    private String keyText(Object key, int at) {
        if (key instanceof String text) {
            return text;
        }
        if (key instanceof Boolean || key instanceof Integer || key instanceof Long) {
            return key.toString();
        }
        if (key instanceof Double number) {
            if (numbersTyped || number != Math.rint(number) || Math.abs(number) >= 1e15) {
                return GoFloat.format32(number.floatValue(), 'g', -1);
            }
            return GoFloat.json(number);
        }
        String why = "invalid map key: " + GoSyntax.of(key);
        throw new YamlException(
                "yaml: " + why,
                Problem.at(source.at(at), why)
                        .withHint("text that starts with { or [ must be quoted; so must {{ in plain YAML"));
    }

    private Object merge(Object value, int at) {
        boolean maps = value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
        if (value instanceof Map<?, ?> || maps) {
            return value;
        }
        throw failure(at, "map merge requires map or sequence of maps as the value");
    }

    /** The mapping with what its merge keys bring: explicit keys win, of several merged maps the first. */
    @SuppressWarnings("unchecked")
    private static ValueMap finished(Open done) {
        if (done.merges == null) {
            return done.map;
        }
        for (Object merge : done.merges) {
            List<Object> maps = merge instanceof List<?> list ? (List<Object>) list : List.of(merge);
            for (Object map : maps) {
                ((Map<String, Object>) map).forEach((key, value) -> {
                    if (!done.map.containsKey(key)) {
                        done.map.put(key, value);
                        done.map.takeOrigin(key, (Map<String, Object>) map);
                    }
                });
            }
        }
        return done.map;
    }

    private Object alias(String name) {
        if (open.contains(name)) {
            throw failure(events.offset(), "anchor '" + name + "' value contains itself");
        }
        if (!anchors.containsKey(name)) {
            parsed = false;
            throw failure(events.offset(), "unknown anchor '" + name + "' referenced");
        }
        Object value = anchors.get(name);
        budget.alias(size(value), events);
        return Merge.copyValue(value);
    }

    private long size(Object value) {
        long size = 1;
        if (value instanceof Map<?, ?> map) {
            for (Object item : map.values()) {
                size += 1 + size(item);
            }
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                size += size(item);
            }
        }
        return size;
    }

    private Object scalar() {
        String text = events.text();
        String tag = events.tag();
        if (tag != null && tag.startsWith(CORE)) {
            return tagged(tag.substring(CORE.length()), text);
        }
        if (events.style() != ScalarStyle.PLAIN || tag != null) {
            return text;
        }
        return json(ScalarsV2.resolve(text));
    }

    private Object tagged(String tag, String text) {
        return switch (tag) {
            case "str" -> text;
            case "binary" -> binary(text);
            case "int", "float", "bool", "null" -> json(resolved(tag, text));
            case "timestamp" -> text;
            default -> events.style() == ScalarStyle.PLAIN ? json(ScalarsV2.resolve(text)) : text;
        };
    }

    /** Mirrors: go-yaml v2 resolve, which refuses text that is of another type than its tag says. */
    private Object resolved(String tag, String text) {
        Object value = ScalarsV2.resolve(text);
        String type = value == null
                ? "null"
                : value instanceof Boolean
                        ? "bool"
                        : value instanceof Double ? "float" : value instanceof Number ? "int" : "str";
        if (type.equals(tag) || (tag.equals("float") && type.equals("int"))) {
            return value;
        }
        throw failure(events.offset(), "cannot decode !!" + type + " `" + text + "` as a !!" + tag);
    }

    private Object binary(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException bad) {
            throw failure(events.offset(), "!!binary value contains invalid base64 data");
        }
    }

    private Object json(Object value) {
        if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
            String shown = number.isNaN() ? "NaN" : number > 0 ? "+Inf" : "-Inf";
            String message = "json: unsupported value: " + shown;
            throw new YamlException(
                    "error converting YAML to JSON: " + message, Problem.at(events.position(), message));
        }
        if (value instanceof Number number && !numbersTyped) {
            return number.doubleValue();
        }
        return value;
    }

    private YamlException failure(int at, String message) {
        return new YamlException("yaml: " + message, Problem.at(source.at(at), message));
    }
}
