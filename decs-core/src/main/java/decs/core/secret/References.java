package decs.core.secret;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoTypes;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Suggestion;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves {@code ref+PROVIDER://PATH?QUERY#/FRAGMENT} in texts and trees. A text that is one reference takes the value
 * as it is; others get it as Go prints it. What was found goes to the {@link SecretMask}, and is asked for once.
 *
 * <p>Mirrors: vals, as helmfile uses it. Safe to use from many threads.
 */
public final class References implements UnaryOperator<Object> {
    private static final Pattern REFERENCE = Pattern.compile("(secret)?ref\\+([^+:]*://[^+\\n ]+[^+\\n \",])\\+?");
    /** The beginning of a reference inside another that is still open. */
    private static final Pattern NESTED =
            Pattern.compile("(?:secret)?ref\\+[^+:]*://[^+\\n ]*?(?=(?:secret)?ref\\+[^+:]*://)");

    private static final int MAX_NESTING = 10;

    /** The modules that know schemes which are not built in. */
    private static final Map<String, String> JARS = Map.of(
            "awsssm", "decs-aws.jar",
            "awssecrets", "decs-aws.jar",
            "s3", "decs-aws.jar",
            "tfstates3", "decs-aws.jar",
            "gcpsecrets", "decs-google.jar",
            "gcs", "decs-google.jar",
            "tfstategs", "decs-google.jar",
            "azurekeyvault", "decs-azure.jar");

    private final Map<String, ReferenceProvider> providers;
    private final ReferenceSettings settings;
    private final SecretMask mask;
    private final Map<String, Optional<Object>> known = new ConcurrentHashMap<>();

    private References(ReferenceSettings settings, SecretMask mask) {
        this.providers = new ConcurrentHashMap<>(Providers.of(settings));
        this.settings = settings;
        this.mask = Objects.requireNonNull(mask, "mask");
    }

    public static References of(ReferenceSettings settings, SecretMask mask) {
        return new References(settings, mask);
    }

    /** Whether a text may hold references at all: files without any stay as they are, to the byte. */
    public static boolean mayBeIn(String text) {
        return text.contains("ref+");
    }

    /** A tree or text with all its references resolved; maps and lists are new, {@code value} does not change. */
    @Override
    public Object apply(Object value) {
        if (value instanceof String text) {
            return mayBeIn(text) ? resolve(text) : text;
        }
        if (value instanceof Map<?, ?> map) {
            ValueMap resolved = new ValueMap(map.size());
            map.forEach((key, item) -> {
                resolved.put(String.valueOf(key), apply(item));
                resolved.takeOrigin(String.valueOf(key), asValues(map));
            });
            return resolved;
        }
        if (value instanceof List<?> list) {
            List<Object> resolved = new ArrayList<>(list.size());
            list.forEach(item -> resolved.add(apply(item)));
            return resolved;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asValues(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }

    private Object resolve(String text) {
        String flat = unnest(text);
        Matcher matcher = REFERENCE.matcher(flat);
        if (matcher.matches()) {
            return lookUp(matcher.group(2));
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (matcher.find(from)) {
            out.append(flat, from, matcher.start()).append(GoFormat.value(lookUp(matcher.group(2))));
            from = matcher.end();
        }
        return out.append(flat, from, flat.length()).toString();
    }

    /** Resolves references that stand inside others, the innermost first. */
    private String unnest(String text) {
        String flat = text;
        for (int level = 0; ; level++) {
            Matcher inner = innermost(flat);
            if (inner == null) {
                return flat;
            }
            if (level == MAX_NESTING) {
                throw new DecsException("maximum nesting depth (" + MAX_NESTING + ") exceeded");
            }
            String uri = inner.group(2);
            flat = flat.substring(0, inner.start()) + scalar(uri, lookUp(uri)) + flat.substring(inner.end());
        }
    }

    private static Matcher innermost(String text) {
        Matcher outer = NESTED.matcher(text);
        int at = -1;
        for (int from = 0; outer.find(from); from = outer.end()) {
            if (at >= 0 && outer.start() != at) {
                break; // another chain: its turn comes
            }
            at = outer.end();
        }
        Matcher inner = REFERENCE.matcher(text);
        return at >= 0 && inner.find(at) && inner.start() == at ? inner : null;
    }

    private static String scalar(String uri, Object value) {
        if (value == null) {
            throw new DecsException("nested ref " + uri + " resolved to nil");
        }
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw new DecsException("nested ref " + uri + " resolved to " + GoTypes.typeName(value)
                    + "; nested refs must resolve to scalar values");
        }
        return GoFormat.value(value);
    }

    private Object lookUp(String uri) {
        Optional<Object> found = known.get(uri);
        if (found == null) {
            found = Optional.ofNullable(fetch(uri));
            known.put(uri, found);
            if (!uri.startsWith("echo:")) { // what stands in the spec in clear is no secret
                found.ifPresent(mask::add);
            }
        }
        return found.orElse(null);
    }

    private Object fetch(String uri) {
        try {
            ReferenceUri parsed = ReferenceUri.parse(uri);
            ReferenceProvider provider = provider(parsed.scheme());
            if (parsed.fragment().isEmpty()) {
                return provider.text(parsed);
            }
            return follow(provider.document(parsed), parsed.fragment().split("/", -1));
        } catch (DecsException failure) {
            throw new DecsException("expand " + uri + ": " + failure.getMessage(), failure.problems(), failure);
        }
    }

    private ReferenceProvider provider(String scheme) {
        return providers.computeIfAbsent(
                scheme, unknown -> Providers.ofModule(scheme, settings).orElseThrow(() -> unknown(scheme)));
    }

    private DecsException unknown(String scheme) {
        String text = "no provider registered for scheme " + GoFormat.quote(scheme);
        if (JARS.containsKey(scheme)) {
            return new DecsException(text + ": put " + JARS.get(scheme) + " beside decs-cli.jar");
        }
        Problem problem = Problem.of(text);
        return new DecsException(Suggestion.nearest(scheme, providers.keySet())
                .map(near -> problem.withHint("did you mean ref+" + near + "://?"))
                .orElse(problem));
    }

    private Object follow(Map<String, Object> document, String[] keys) {
        Object at = document;
        for (int i = 0; i < keys.length; i++) {
            if (!(at instanceof Map<?, ?> map)) {
                throw new DecsException("unexpected type of value for key at " + (i - 1) + "=" + keys[i - 1] + " in ["
                        + String.join(" ", Arrays.asList(keys)) + "]: expected a map, got " + GoFormat.value(at) + "("
                        + GoTypes.typeName(at) + ")");
            }
            if (!map.containsKey(keys[i])) {
                if (settings.missingKeyFails()) {
                    throw new DecsException("no value found for key " + keys[i]);
                }
                return null;
            }
            at = map.get(keys[i]);
        }
        return at;
    }
}
