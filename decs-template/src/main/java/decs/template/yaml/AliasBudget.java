package decs.template.yaml;

import decs.template.source.Problem;

/**
 * Counts the nodes of a document, those that aliases repeat apart: too large a share of them is an attack.
 *
 * <p>Mirrors: go-yaml decode.go, allowedAliasRatio
 */
final class AliasBudget {
    private static final long FREE_ALIASES = 100;
    private static final long FREE_NODES = 1000;
    private static final long LOW = 400_000;
    private static final long HIGH = 4_000_000;

    private long nodes;
    private long aliased;

    void count(long more, YamlEvents at) {
        nodes += more;
        check(at);
    }

    void alias(long size, YamlEvents at) {
        aliased += size;
        count(size, at);
    }

    private void check(YamlEvents at) {
        if (aliased > FREE_ALIASES && nodes > FREE_NODES && (double) aliased / nodes > allowedRatio()) {
            String message = "document contains excessive aliasing";
            throw new YamlException("yaml: " + message, Problem.at(at.position(), message));
        }
    }

    private double allowedRatio() {
        if (nodes <= LOW) {
            return 0.99;
        }
        return nodes >= HIGH ? 0.10 : 0.99 - 0.89 * ((double) (nodes - LOW) / (HIGH - LOW));
    }
}
