package decs.helm.kube.local;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import decs.helm.kube.schema.Field;
import decs.helm.kube.schema.Quantity;
import decs.helm.kube.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an object as a server does that knows its type: unknown fields fall away, and are remembered; values of a wrong
 * type are refused, in the server's words.
 */
final class Decoder {
    private final ResourceType type;
    private final List<String> unknown = new ArrayList<>();

    Decoder(ResourceType type) {
        this.type = type;
    }

    KubeObject decode(KubeObject sent, Shape.Struct shape, boolean closed) {
        Map<String, Object> read = new LinkedHashMap<>();
        sent.content().forEach((key, value) -> {
            Field field = shape.fields().get(key);
            if (field != null) {
                put(read, key, value(value, field.shape(), shape.name(), key, key));
            } else if (closed) {
                unknown.add(key);
            } else {
                put(read, key, value);
            }
        });
        return KubeObject.of(read);
    }

    /** The fields that the type does not have, by their paths. */
    List<String> unknown() {
        return unknown;
    }

    private static void put(Map<String, Object> map, String key, Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    /**
     * @param owner the type whose field it is
     * @param path the fields on the way, as error texts about types name it
     * @param place the same with places in lists, as error texts about unknown fields name it
     */
    private Object value(Object value, Shape shape, String owner, String path, String place) {
        if (value == null || shape instanceof Shape.Anything) {
            return value;
        }
        if (shape instanceof Shape.Scalar scalar) {
            return scalar(value, scalar, owner, path);
        }
        if (shape instanceof Shape.ListOf list) {
            return value instanceof List<?> items
                    ? list(items, list, owner, path, place)
                    : refuse(value, owner, path, GoType.of(shape));
        }
        if (!(value instanceof Map<?, ?> map)) {
            return refuse(value, owner, path, GoType.of(shape));
        }
        Map<String, Object> read = new LinkedHashMap<>();
        map.forEach((name, inner) -> {
            String key = (String) name;
            if (shape instanceof Shape.Struct struct) {
                Field field = struct.fields().get(key);
                if (field == null) {
                    unknown.add(place + "." + key);
                } else {
                    put(read, key, value(inner, field.shape(), struct.name(), path + "." + key, place + "." + key));
                }
            } else {
                Object entry = value(inner, shape.child(key), owner, path, place + "." + key);
                read.put(key, entry == null && shape.child(key) == Shape.Scalar.TEXT ? "" : entry);
            }
        });
        return read;
    }

    private List<Object> list(List<?> items, Shape.ListOf list, String owner, String path, String place) {
        List<Object> read = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            read.add(value(items.get(i), list.item(), owner, path, place + "[" + i + "]"));
        }
        return read;
    }

    private Object scalar(Object value, Shape.Scalar scalar, String owner, String path) {
        boolean fits =
                switch (scalar) {
                    case TEXT, TIME, BYTES -> value instanceof String;
                    case INTEGER, LONG -> value instanceof Long;
                    case NUMBER -> value instanceof Number;
                    case BOOLEAN -> value instanceof Boolean;
                    case QUANTITY -> value instanceof String || value instanceof Number;
                    case INTEGER_OR_TEXT -> value instanceof String || value instanceof Long;
                };
        if (!fits) {
            return refuse(value, owner, path, GoType.of(scalar));
        }
        if (scalar == Shape.Scalar.QUANTITY) {
            return Quantity.canonical(value.toString());
        }
        if (scalar == Shape.Scalar.BYTES) {
            int wrong = Base64Text.firstWrong((String) value);
            if (wrong >= 0) {
                throw refusal("illegal base64 data at input byte " + wrong);
            }
        }
        return value;
    }

    private Object refuse(Object value, String owner, String path, String wanted) {
        String found = value instanceof Map
                ? "object"
                : value instanceof List
                        ? "array"
                        : value instanceof String
                                ? "string"
                                : value instanceof Boolean
                                        ? "bool"
                                        : value instanceof Double ? "number " + value : "number";
        String place = owner + "." + path;
        throw refusal("json: cannot unmarshal " + found + " into Go struct field " + place + " of type " + wanted);
    }

    decs.helm.kube.ClusterException refusal(String why) {
        return Refusal.badRequest(type.kind() + " in version \"" + type.version() + "\" cannot be handled as a "
                + type.kind() + ": " + why);
    }
}
