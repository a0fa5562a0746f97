package decs.core.secret.sops;

import decs.template.source.DecsException;
import java.util.Locale;

/** How an encrypted file is laid out. */
public enum SopsFormat {
    YAML,
    JSON,
    DOTENV,
    INI,
    /** Any bytes, as one value of a JSON document. */
    BINARY;

    /** The format that SOPS takes a file for, by its name. */
    public static SopsFormat ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gotmpl")) {
            lower = lower.substring(0, lower.length() - ".gotmpl".length());
        }
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return YAML;
        }
        if (lower.endsWith(".json")) {
            return JSON;
        }
        if (lower.endsWith(".env")) {
            return DOTENV;
        }
        return lower.endsWith(".ini") ? INI : BINARY;
    }

    /** The format of that name. */
    public static SopsFormat named(String name) {
        return switch (name) {
            case "yaml" -> YAML;
            case "json" -> JSON;
            case "dotenv" -> DOTENV;
            case "ini" -> INI;
            case "binary" -> BINARY;
            default ->
                throw new DecsException(
                        "sops: unknown format " + name + ": it must be yaml, json, dotenv, ini or binary");
        };
    }
}
