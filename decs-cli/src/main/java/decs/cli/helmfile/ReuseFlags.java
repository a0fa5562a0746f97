package decs.cli.helmfile;

import decs.core.request.Deployment;
import decs.core.request.PostRendering;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a comparison takes over from the last revision. */
final class ReuseFlags {
    @Option(names = "--reuse-values", arity = "0..1", fallbackValue = "true", description = "keep the last values")
    boolean reuseValues;

    @Option(names = "--reset-values", arity = "0..1", fallbackValue = "true", description = "forget the last values")
    boolean resetValues;

    @Option(names = "--take-ownership", arity = "0..1", fallbackValue = "true", description = "adopt objects of others")
    boolean takeOwnership;

    @Option(names = "--server-side", paramLabel = "true|false|auto", description = "who merges changes")
    String serverSide = "";

    Deployment deployment(PostRendering postRendering) {
        Optional<Boolean> reuse = reuseValues ? Optional.of(true) : resetValues ? Optional.of(false) : Optional.empty();
        return new Deployment(
                false,
                false,
                0,
                reuse,
                false,
                false,
                false,
                takeOwnership,
                false,
                serverSide,
                "",
                "",
                postRendering,
                Set.of());
    }
}
