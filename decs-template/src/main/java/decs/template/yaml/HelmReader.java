package decs.template.yaml;

import decs.template.gofmt.GoFloat;
import decs.template.source.Position;
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

    private final YamlEvents events;
    private final boolean numbersTyped;
    private final boolean strictKeys;
    private final Map<String, Object> anchors = new HashMap<>();
    private boolean parsed = true;
    private final Set<String> open = new HashSet<>();
    private final AliasBudget budget = new AliasBudget();

    private HelmReader(YamlEvents events, boolean numbersTyped, boolean strictKeys) {
        this.events = events;
        this.numbersTyped = numbersTyped;
        this.strictKeys = strictKeys;
    }

    /**
     * The documents of {@code source}.
     *
     * @param all whether more than the first is wanted
     * @param numbersTyped whether whole numbers stay whole
     * @param strictKeys whether a key given twice is an error
     */
    static List<Object> read(Source source, boolean all, boolean numbersTyped, boolean strictKeys) {
        List<Object> documents = new ArrayList<>();
        HelmReader reader = null;
        try {
            reader = new HelmReader(YamlEvents.of(source), numbersTyped, strictKeys);
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
                throw failure(events.position(), "unknown anchor '" + events.text() + "' referenced");
            }
        } else if (events.anchor() != null) {
            anchors.put(events.anchor(), null);
        }
    }

    /** A collection being read: a map with the key in hand, or a list. */
    private static final class Open {
        final ValueMap map;
        final List<Object> list;
        final String anchor;
        final Position at;
        List<Object> merges;
        String key;
        boolean keyIsMerge;
        boolean keyIsNull;
        Position keyAt;

        Open(ValueMap map, List<Object> list, String anchor, Position at) {
            this.map = map;
            this.list = list;
            this.anchor = anchor;
            this.at = at;
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
                case MAPPING_START -> {
                    open(stack, new Open(new ValueMap(), null, events.anchor(), events.position()));
                    continue;
                }
                case SEQUENCE_START -> {
                    open(stack, new Open(null, new ArrayList<>(), events.anchor(), events.position()));
                    continue;
                }
                case MAPPING_END, SEQUENCE_END -> {
                    Open done = stack.pop();
                    value = done.map == null ? done.list : finished(done);
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
                    budget.count(1, events.position());
                    Open parent = stack.peek();
                    if (parent != null && parent.map != null && parent.key == null) {
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
                add(stack.peek(), value, events.position());
            }
        }
    }

    private void open(Deque<Open> stack, Open opened) {
        budget.count(1, events.position());
        if (opened.anchor != null) {
            open.add(opened.anchor);
        }
        stack.push(opened);
    }

    private void add(Open parent, Object value, Position at) {
        if (parent.list != null) {
            parent.list.add(value);
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
            throw new YamlException(why, Problem.at(parent.keyAt, why).withHint("a mapping key must not be null"));
        }
        if (parent.keyIsMerge) {
            if (parent.merges == null) {
                parent.merges = new ArrayList<>();
            }
            parent.merges.add(merge(value, at));
        } else {
            if (strictKeys && parent.map.containsKey(parent.key)) {
                throw failure(parent.keyAt, "key \"" + parent.key + "\" already set in map");
            }
            parent.map.put(parent.key, value, value == null ? parent.keyAt : at);
        }
        parent.key = null;
    }

    private void key(Open parent) {
        String text = events.text();
        boolean plain = events.style() == ScalarStyle.PLAIN;
        parent.keyAt = events.position();
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

    private void key(Open parent, Object key, Position at) {
        parent.keyAt = at;
        parent.keyIsNull = key == null;
        parent.key = key == null ? "" : keyText(key, at);
    }

    private String keyText(Object key, Position at) {
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
                Problem.at(at, why).withHint("text that starts with { or [ must be quoted; so must {{ in plain YAML"));
    }

    private Object merge(Object value, Position at) {
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
            throw failure(events.position(), "anchor '" + name + "' value contains itself");
        }
        if (!anchors.containsKey(name)) {
            parsed = false;
            throw failure(events.position(), "unknown anchor '" + name + "' referenced");
        }
        Object value = anchors.get(name);
        budget.alias(size(value), events.position());
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
        throw failure(events.position(), "cannot decode !!" + type + " `" + text + "` as a !!" + tag);
    }

    private Object binary(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException bad) {
            throw failure(events.position(), "!!binary value contains invalid base64 data");
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

    private static YamlException failure(Position at, String message) {
        return new YamlException("yaml: " + message, Problem.at(at, message));
    }
}
