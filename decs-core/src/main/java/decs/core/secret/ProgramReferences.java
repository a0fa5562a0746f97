package decs.core.secret;

import decs.core.functions.Program;
import decs.template.source.DecsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ref+exec}: what a program prints. Run without a shell; the path's elements are its arguments. */
record ProgramReferences(Path base, Map<String, String> environment, boolean allowed) implements ReferenceProvider {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public String text(ReferenceUri uri) {
        if (!allowed) {
            throw new DecsException("exec provider: programs are not allowed here");
        }
        String output = run(uri);
        return "false".equals(uri.parameter("trim", environment)) ? output : output.stripTrailing();
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        return Providers.mapping(uri.path(), text(uri));
    }

    private String run(ReferenceUri uri) {
        List<String> words = new ArrayList<>();
        if (uri.path().startsWith("/")) {
            words.add(uri.path());
        } else {
            words.addAll(Arrays.asList(uri.path().split("/", -1)));
        }
        String more = uri.parameter("args", environment);
        if (!more.isEmpty()) {
            words.addAll(Arrays.asList(more.split(",", -1)));
        }
        Map<String, String> variables = new LinkedHashMap<>();
        uri.query().forEach((name, value) -> {
            if (name.startsWith("env_")) {
                variables.put(name.substring("env_".length()), value);
            }
        });
        Program program = new Program(words.get(0), words.subList(1, words.size()), base, variables);
        try {
            return program.runWithin(timeout(uri));
        } catch (DecsException failed) {
            throw new DecsException(
                    "exec provider: command \"" + words.get(0) + "\" failed: " + failed.getMessage(), failed);
        }
    }

    private Duration timeout(ReferenceUri uri) {
        String seconds = uri.parameter("timeout", environment);
        try {
            return seconds.isEmpty() ? LONGEST : Duration.ofSeconds(Long.parseLong(seconds));
        } catch (NumberFormatException notSeconds) {
            throw new DecsException("exec provider: timeout " + seconds + " is no number of seconds", notSeconds);
        }
    }
}
