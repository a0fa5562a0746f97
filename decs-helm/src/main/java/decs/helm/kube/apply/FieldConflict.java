package decs.helm.kube.apply;

import java.util.Objects;

/**
 * A field that an apply would take from its owner.
 *
 * @param field in the server's words, such as {@code .spec.replicas}
 * @param owner the manager, and with what it wrote, in the server's words: {@code "kubectl" using apps/v1}
 * @param live the owner's value
 * @param wanted the value of the apply
 */
public record FieldConflict(String field, String owner, Object live, Object wanted) {
    public FieldConflict {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(owner, "owner");
    }
}
