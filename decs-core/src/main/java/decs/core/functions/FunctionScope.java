package decs.core.functions;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Where a template's functions work.
 *
 * @param base the folder that relative paths start from, and that programs run in
 * @param references resolves the {@code ref+} references in a tree or text
 */
public record FunctionScope(Path base, Map<String, String> environment, Trust trust, UnaryOperator<Object> references) {
    public FunctionScope {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(references, "references");
    }

    public FunctionScope withTrust(Trust trust) {
        return new FunctionScope(base, environment, trust, references);
    }

    public FunctionScope withBase(Path base) {
        return new FunctionScope(base, environment, trust, references);
    }
}
