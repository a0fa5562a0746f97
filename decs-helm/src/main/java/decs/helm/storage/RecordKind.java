package decs.helm.storage;

import decs.template.source.DecsException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The kind of object that holds a record. */
public enum RecordKind {
    /** A Secret of type {@code helm.sh/release.v1}; its data is encoded once more. */
    SECRET("Secret"),
    CONFIG_MAP("ConfigMap");

    /** The most bytes of data that the API server accepts in one object. */
    static final int MOST_BYTES = 1 << 20;

    private final String kind;

    RecordKind(String kind) {
        this.kind = kind;
    }

    /**
     * The kind that {@code HELM_DRIVER} asks for.
     *
     * @throws DecsException for the others that Helm knows, and for what nobody knows
     */
    public static RecordKind ofDriver(String driver) {
        return switch (driver) {
            case "", "secret", "secrets" -> SECRET;
            case "configmap", "configmaps" -> CONFIG_MAP;
            case "memory", "sql" ->
                throw new DecsException(
                        "HELM_DRIVER: " + driver + " is not supported; records are Secrets or ConfigMaps");
            default -> throw new DecsException("unknown driver \"" + driver + "\"");
        };
    }

    String kind() {
        return kind;
    }

    String data(String record) {
        return this == SECRET
                ? Base64.getEncoder().encodeToString(record.getBytes(StandardCharsets.ISO_8859_1))
                : record;
    }

    String record(String data) {
        return this == SECRET ? new String(Base64.getDecoder().decode(data), StandardCharsets.ISO_8859_1) : data;
    }

    /** What Helm writes before the server's words; it has words of its own for Secrets only. */
    String prefix(String verb) {
        if (this == CONFIG_MAP) {
            return "";
        }
        return switch (verb) {
            case "create" -> "create: failed to create: ";
            case "update" -> "update: failed to update: ";
            case "list" -> "list: failed to list: ";
            case "query" -> "query: failed to query with labels: ";
            default -> "";
        };
    }

    /** What the API server says of a record that is too large. */
    String tooLarge(String name) {
        String field = this == SECRET ? "data" : "[]";
        return prefix("create") + kind + " \"" + name + "\" is invalid: " + field + ": Too long: may not be more than "
                + MOST_BYTES + " bytes";
    }
}
