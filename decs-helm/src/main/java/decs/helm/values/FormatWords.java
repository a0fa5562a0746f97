package decs.helm.values;

import decs.template.language.FunctionException;
import decs.template.sprig.GoRegex;

/** Why a text is not of a format, for the formats that values use. */
final class FormatWords {
    private FormatWords() {}

    /** The reason with a colon in front, or nothing where it is not known. */
    static String reason(String text, String format) {
        return switch (format) {
            case "regex" -> pattern(text);
            case "email" -> text.contains("@") ? "" : ": missing @";
            case "uri" -> text.contains(":") ? "" : ": relative url";
            case "ipv4" -> text.split("\\.", -1).length == 4 ? "" : ": expected four decimals";
            case "ipv6" -> text.contains(":") ? "" : ": missing colon";
            case "uuid" -> text.split("-", -1).length == 5 ? "" : ": must have 5 elements";
            case "duration" -> text.startsWith("P") ? "" : ": must start with P";
            case "date-time" -> text.length() >= 20 ? "" : ": less than 20 characters long";
            case "time" -> text.length() >= 9 ? "" : ": less than 9 characters long";
            case "hostname" -> text.startsWith("-") ? ": label starts with hyphen" : "";
            default -> "";
        };
    }

    private static String pattern(String text) {
        try {
            GoRegex.compile(text);
            return "";
        } catch (FunctionException bad) {
            return ": " + bad.getMessage();
        }
    }
}
