package decs.core.environment;

import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code --state-values-set} and its text form: pairs split at commas, dotted keys with list indexes, values typed as
 * helmfile types them (true, false, null, whole numbers; all else is text).
 */
public final class StateSet {
    private static final Pattern INDEXED = Pattern.compile("^(.*)\\[(\\d+)]$");
    private static final Pattern WHOLE = Pattern.compile("^(0|[-+]?[1-9][0-9]*)$");

    /** How the text of one option is read. */
    public enum Form {
        /** {@code --state-values-set}: split at every comma, values typed. */
        TYPED("--state-values-set"),
        /** The same in helmfile 0.x, where all values are texts. */
        V0("--state-values-set"),
        /** {@code --state-values-set-string}: commas between double quotes do not split. */
        TEXT("--state-values-set-string");

        private final String option;

        Form(String option) {
            this.option = option;
        }
    }

    private final Form form;
    private final ValueMap values;

    private StateSet(Form form, ValueMap values) {
        this.form = form;
        this.values = values;
    }

    /** Sets what {@code texts} say, each the value of one option, on {@code into}. */
    public static void apply(List<String> texts, Form form, ValueMap into) {
        StateSet set = new StateSet(form, into);
        for (String text : texts) {
            for (String pair : form == Form.TEXT ? outsideQuotes(text) : List.of(text.split(","))) {
                set.pair(pair, text);
            }
        }
    }

    /** Pieces between commas; commas between double quotes belong to their piece. */
    private static List<String> outsideQuotes(String text) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                pieces.add(text.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private void pair(String pair, String text) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            throw new CrashException(form.option + " " + text + ": \"" + pair + "\" has no value; write key=value");
        }
        List<String> path = path(pair.substring(0, equals));
        set(values, path, 0, value(pair.substring(equals + 1)));
    }

    private static List<String> path(String key) {
        List<String> path = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '\\' && i + 1 < key.length()) {
                name.append(key.charAt(++i));
            } else if (c == '.') {
                path.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        path.add(name.toString());
        return path;
    }

    private Object value(String text) {
        if (form != Form.TYPED) {
            return text;
        }
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true":
                return true;
            case "false":
                return false;
            case "null":
                return null;
            default:
                break;
        }
        if (WHOLE.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException tooLarge) {
                return text;
            }
        }
        return text;
    }

    private void set(ValueMap map, List<String> path, int at, Object value) {
        String name = path.get(at);
        Matcher indexed = INDEXED.matcher(name);
        boolean last = at == path.size() - 1;
        if (!indexed.matches()) {
            if (last) {
                map.put(name, value);
            } else {
                set(child(map.get(name), made -> map.put(name, made)), path, at + 1, value);
            }
            return;
        }
        String key = indexed.group(1);
        int index = Integer.parseInt(indexed.group(2));
        List<Object> list = map.get(key) instanceof List<?> known ? new ArrayList<>(known) : new ArrayList<>();
        while (list.size() <= index) {
            list.add(null);
        }
        map.put(key, list);
        if (last) {
            list.set(index, value);
        } else {
            set(child(list.get(index), made -> list.set(index, made)), path, at + 1, value);
        }
    }

    private static ValueMap child(Object known, java.util.function.Consumer<ValueMap> keep) {
        if (known instanceof ValueMap map) {
            return map;
        }
        ValueMap made = new ValueMap();
        keep.accept(made);
        return made;
    }
}
