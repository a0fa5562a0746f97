package decs.helm.kube.apply;

import decs.helm.kube.schema.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which fields differ between two objects. */
record Comparison(FieldSet changed, FieldSet removed) {
    private static final Comparison SAME = new Comparison(FieldSet.EMPTY, FieldSet.EMPTY);

    /** Additions and changes, and removals, on the way from one value to the other. */
    static Comparison of(Object from, Object to, Shape shape) {
        if (Objects.equals(from, to)) {
            return SAME;
        }
        List<Part> before = Part.of(from, shape);
        List<Part> after = Part.of(to, shape);
        if (before.isEmpty() && after.isEmpty()) {
            return new Comparison(FieldSet.leaf(), FieldSet.EMPTY);
        }
        Map<String, Part> old = new HashMap<>();
        before.forEach(part -> old.put(part.step(), part));
        FieldSet changed = FieldSet.EMPTY;
        FieldSet removed = FieldSet.EMPTY;
        for (Part part : after) {
            Part was = old.remove(part.step());
            if (was == null) {
                changed = changed.union(FieldSet.at(part.step(), added(part)));
            } else {
                Comparison inner = of(was.value(), part.value(), part.shape());
                changed = changed.union(FieldSet.at(part.step(), inner.changed()));
                removed = removed.union(FieldSet.at(part.step(), inner.removed()));
            }
        }
        for (Part gone : old.values()) {
            removed = removed.union(FieldSet.at(gone.step(), added(gone)));
        }
        return new Comparison(changed, removed);
    }

    private static FieldSet added(Part part) {
        FieldSet fields = FieldSet.of(part.value(), part.shape());
        return part.step().startsWith("f:") ? fields : fields.withMember(true);
    }
}
