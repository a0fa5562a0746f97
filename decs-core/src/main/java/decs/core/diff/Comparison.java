package decs.core.diff;

import java.util.Objects;

/**
 * How two manifests are compared.
 *
 * @param renames when above 0: a removed and an added object of one kind count as one change when less than this part
 *     of their lines differs
 * @param stripTrailingCr whether carriage returns at line ends say nothing
 */
public record Comparison(SecretDisplay secrets, double renames, boolean stripTrailingCr) {
    public Comparison {
        Objects.requireNonNull(secrets, "secrets");
    }

    public static Comparison standard() {
        return new Comparison(SecretDisplay.MASKED, 0, false);
    }

    public Comparison withSecrets(SecretDisplay secrets) {
        return new Comparison(secrets, renames, stripTrailingCr);
    }
}
