package decs.helm.action;

import decs.template.gofmt.GoFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules for names of objects, by kind.
 *
 * <p>Mirrors: lint/rules.validateMetadataNameFunc
 */
final class ObjectNames {
    private static final int LONGEST_SUBDOMAIN = 253;
    private static final int LONGEST_LABEL = 63;
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
    private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Set<String> FREE = Set.of("role", "clusterrole", "rolebinding", "clusterrolebinding");

    private ObjectNames() {}

    /** What is wrong with {@code name}, as Helm says it; empty when nothing is. */
    static String wrong(String kind, String name) {
        List<String> wrong =
                switch (kind.toLowerCase(Locale.ROOT)) {
                    case "service" ->
                        limited(
                                name,
                                LONGEST_LABEL,
                                SERVICE,
                                "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start"
                                        + " with an alphabetic character, and end with an alphanumeric character (e.g."
                                        + " 'my-name',  or 'abc-123', regex used for validation is '" + SERVICE + "')");
                    case "namespace" ->
                        limited(
                                name,
                                LONGEST_LABEL,
                                DNS_LABEL,
                                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
                                        + " and must start and end with an alphanumeric character (e.g. 'my-name',  or"
                                        + " '123-abc', regex used for validation is '" + LABEL + "')");
                    case "certificatesigningrequest" -> List.of();
                    default -> FREE.contains(kind.toLowerCase(Locale.ROOT)) ? pathSegment(name) : subdomain(name);
                };
        if (wrong.isEmpty()) {
            return "";
        }
        List<String> texts = wrong.stream()
                .map(text -> "metadata.name: Invalid value: " + GoFormat.quote(name) + ": " + text)
                .toList();
        String all = texts.size() == 1 ? texts.get(0) : "[" + String.join(", ", texts) + "]";
        return "object name does not conform to Kubernetes naming requirements: " + GoFormat.quote(name) + ": " + all;
    }

    private static List<String> subdomain(String name) {
        return limited(
                name,
                LONGEST_SUBDOMAIN,
                SUBDOMAIN,
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
                        + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used"
                        + " for validation is '" + SUBDOMAIN + "')");
    }

    private static List<String> limited(String name, int longest, Pattern rule, String text) {
        List<String> wrong = new ArrayList<>();
        if (name.length() > longest) {
            wrong.add("must be no more than " + longest + " characters");
        }
        if (!rule.matcher(name).matches()) {
            wrong.add(text);
        }
        return wrong;
    }

    private static List<String> pathSegment(String name) {
        if (name.equals(".") || name.equals("..")) {
            return List.of("may not be '" + name + "'");
        }
        List<String> wrong = new ArrayList<>();
        for (String illegal : List.of("/", "%")) {
            if (name.contains(illegal)) {
                wrong.add("may not contain '" + illegal + "'");
            }
        }
        return wrong;
    }
}
