package decs.cli;

import decs.core.functions.Trust;
import decs.core.load.Compat;
import decs.core.load.LoadRequest;
import decs.core.load.State;
import decs.core.load.StateLoader;
import decs.core.plan.Releases;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the global options ask to be loaded, and the loading of it. */
final class Loading {
    private Loading() {}

    static LoadRequest request(GlobalOptions options, Console console) {
        Map<String, String> environment = console.environment();
        return new LoadRequest(
                options.file,
                options.environment,
                or(options.namespace, environment, "HELMFILE_NAMESPACE"),
                or(options.cluster.context, environment, "HELMFILE_KUBE_CONTEXT"),
                options.chart,
                options.selectors,
                options.stateValuesSet,
                options.stateValuesSetString,
                options.stateValuesFile,
                compat(options.compat),
                console.workingFolder(),
                console.host(),
                Limits.defaults(),
                trust(environment),
                value -> value,
                path -> {
                    throw new UsageException("secrets: " + path + " is encrypted");
                },
                line -> console.err().println(line),
                () -> standardInput(console));
    }

    private static String standardInput(Console console) {
        try {
            return new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new DecsException("standard input: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String or(String given, Map<String, String> environment, String variable) {
        return given.isEmpty() ? environment.getOrDefault(variable, "") : given;
    }

    private static Trust trust(Map<String, String> environment) {
        boolean off = "true".equals(environment.get("HELMFILE_DISABLE_INSECURE_FEATURES"))
                || "true".equals(environment.get("HELMFILE_DISABLE_INSECURE_TEMPLATE_FUNCTIONS"));
        return off ? Trust.REFUSED : Trust.FULL;
    }

    private static Compat compat(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "auto", "" -> Compat.AUTO;
            case "v0", "0" -> Compat.V0;
            case "v1", "1" -> Compat.V1;
            default -> throw new UsageException("--compat: " + word + " is none of auto, v0, v1");
        };
    }

    /** The releases of every state, nested ones before the file that names them. */
    static List<Releases> releases(LoadRequest request) {
        List<Releases> all = new ArrayList<>();
        for (State state : StateLoader.inOrder(new StateLoader(request).load())) {
            all.add(Releases.of(state));
        }
        return all;
    }

    /** helmfile's text for a run in which nothing matched. */
    static String noMatch(LoadRequest request) {
        return "err: no releases found that matches specified selector(" + String.join(", ", request.selectors())
                + ") and environment(" + request.environmentName() + "), in any helmfile";
    }
}
