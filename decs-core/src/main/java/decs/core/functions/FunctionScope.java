package decs.core.functions;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where a template's functions work.
 *
 * @param base the folder that relative paths start from, and that programs run in
 * @param environment the variables that templates may read
 * @param references resolves the {@code ref+} references in a tree or text
 * @param remote brings the file or folder that an address names, if the repository may have it
 */
public record FunctionScope(
        Path base,
        Map<String, String> environment,
        Trust trust,
        UnaryOperator<Object> references,
        Function<String, Path> remote,
        Generation generation) {

    /** Whose functions: the two lines of helmfile differ in a few. */
    public enum Generation {
        V0,
        V1
    }

    public FunctionScope {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(references, "references");
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(generation, "generation");
    }

    public FunctionScope withTrust(Trust trust) {
        return new FunctionScope(base, environment, trust, references, remote, generation);
    }

    public FunctionScope withBase(Path base) {
        return new FunctionScope(base, environment, trust, references, remote, generation);
    }
}
