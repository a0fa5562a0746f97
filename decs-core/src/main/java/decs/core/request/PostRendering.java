package decs.core.request;

import java.util.List;
import java.util.Objects;

/** A program that manifests go through, where neither a release nor helmDefaults names one. */
public record PostRendering(String program, List<String> arguments) {
    public PostRendering {
        Objects.requireNonNull(program, "program");
        arguments = List.copyOf(arguments);
    }

    public static PostRendering none() {
        return new PostRendering("", List.of());
    }
}
