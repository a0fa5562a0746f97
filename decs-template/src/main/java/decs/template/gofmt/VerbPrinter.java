package decs.template.gofmt;

import decs.template.language.FunctionException;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.language.WideInt;
import java.util.List;
import java.util.Map;

/** One value by one verb with flags. Mirrors: {@code fmt.(*pp).printArg} and {@code printValue}. */
final class VerbPrinter {
    private final StringBuilder out;
    private final FormatFlags flags;
    private final IntegerVerbs integers;
    private final TextVerbs texts;
    private final FloatVerbs floats;
    private boolean erring;

    VerbPrinter(StringBuilder out, FormatFlags flags) {
        this.out = out;
        this.flags = flags;
        integers = new IntegerVerbs(out, flags);
        texts = new TextVerbs(out, flags);
        floats = new FloatVerbs(out, flags);
    }

    void print(Object value, int verb) {
        if (value == null) {
            if (verb == 'T' || verb == 'v') {
                flags.pad(out, "<nil>");
            } else {
                bad(null, verb);
            }
        } else if (verb == 'T') {
            texts.print(GoTypes.typeName(value), 's');
        } else if (verb == 'p') {
            pointer(value);
        } else if (value instanceof byte[] bytes && (verb == 'v' || verb == 'd')) {
            bytes(bytes, verb, "[]byte");
        } else {
            nested(value, verb);
        }
    }

    private void pointer(Object value) {
        if (value instanceof Map || value instanceof List || value instanceof TemplateFunction) {
            integers.address(System.identityHashCode(value));
        } else {
            bad(value, 'p');
        }
    }

    private void nested(Object value, int verb) {
        boolean fits;
        if (value instanceof String text) {
            fits = texts.print(text, verb);
        } else if (value instanceof Boolean bool) {
            fits = bool(bool, verb);
        } else if (value instanceof Double number) {
            fits = floats.print(number, verb);
        } else if (value instanceof TemplateObject object && !(value instanceof Map) && !(value instanceof List)) {
            fits = object(object, verb);
        } else if (value instanceof Number number) {
            fits = number(number, verb);
        } else if (value instanceof GoComplex complex) {
            fits = floats.print(complex, verb);
        } else {
            fits = composite(value, verb);
        }
        if (!fits) {
            bad(value, verb);
        }
    }

    private boolean bool(boolean value, int verb) {
        if (verb != 't' && verb != 'v') {
            return false;
        }
        flags.pad(out, String.valueOf(value));
        return true;
    }

    private boolean number(Number number, int verb) {
        if (number instanceof Float f) {
            return floats.print(f, verb);
        }
        boolean known = number instanceof Integer || number instanceof Long || number instanceof WideInt;
        return (known || number instanceof GoInteger) && integers.print(number, verb);
    }

    private boolean object(TemplateObject object, int verb) {
        if (!erring && texts.accepts(verb) && !(flags.sharpV && object instanceof GoInteger)) {
            String text;
            try {
                text = object.goString();
            } catch (FunctionException panic) {
                out.append("%!").appendCodePoint(verb).append("(PANIC=String method: ");
                out.append(panic.getMessage()).append(')');
                return true;
            }
            if (flags.sharpV) {
                flags.pad(out, text);
                return true;
            }
            return texts.print(text, verb);
        }
        if (object instanceof GoInteger number) {
            return integers.print(number, verb);
        }
        if (erring) {
            flags.pad(out, object.goString());
            return true;
        }
        return false;
    }

    private boolean composite(Object value, int verb) {
        if (value instanceof byte[] bytes) {
            bytes(bytes, verb, "[]uint8");
            return true;
        }
        if (verb == 'w') {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            map(map, verb);
        } else if (value instanceof List<?> list) {
            list(list, verb);
        } else {
            return false;
        }
        return true;
    }

    private void element(Object value, int verb, String type) {
        if (value == null) {
            out.append(flags.sharpV ? type + "(nil)" : "<nil>");
        } else {
            nested(value, verb);
        }
    }

    private void map(Map<?, ?> map, int verb) {
        String[] keys = ValuePrinter.sortedKeys(map);
        out.append(flags.sharpV ? GoTypes.typeName(map) + "{" : "map[");
        for (int i = 0; i < keys.length; i++) {
            if (i > 0) {
                out.append(flags.sharpV ? ", " : " ");
            }
            nested(keys[i], verb);
            out.append(':');
            element(map.get(keys[i]), verb, GoMap.valueType(map));
        }
        out.append(flags.sharpV ? '}' : ']');
    }

    private void list(List<?> list, int verb) {
        if (flags.sharpV) {
            out.append(GoTypes.typeName(list));
            if (GoSlice.isNil(list)) {
                out.append("(nil)");
                return;
            }
        }
        out.append(flags.sharpV ? '{' : '[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(flags.sharpV ? ", " : " ");
            }
            element(list.get(i), verb, GoSlice.elementType(list));
        }
        out.append(flags.sharpV ? '}' : ']');
    }

    private void bytes(byte[] bytes, int verb, String type) {
        switch (verb) {
            case 's', 'x', 'X', 'q' -> texts.print(GoString.of(bytes), verb);
            default -> {
                out.append(flags.sharpV ? type + "{" : "[");
                for (int i = 0; i < bytes.length; i++) {
                    if (i > 0) {
                        out.append(flags.sharpV ? ", " : " ");
                    }
                    Number number = GoInteger.of("uint8", bytes[i] & 0xFF);
                    if (!integers.print(number, verb)) {
                        bad(number, verb);
                    }
                }
                out.append(flags.sharpV ? '}' : ']');
            }
        }
    }

    private void bad(Object value, int verb) {
        boolean again = erring;
        erring = true;
        out.append("%!").appendCodePoint(verb).append('(');
        if (value == null) {
            out.append("<nil>");
        } else {
            out.append(GoTypes.typeName(value)).append('=');
            if (again) {
                out.append(value);
            } else {
                nested(value, 'v');
            }
        }
        out.append(')');
        erring = false;
    }
}
