package decs.testing.check;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTypes;

/**
 * {@code greaterOrEqual} and {@code lessOrEqual}: the value stands in this order to one of the same type. As in
 * helm-unittest, {@code notGreaterOrEqual} lets every value of the type pass.
 */
final class OrderCheck implements ValueCheck {
    private final boolean greater;

    OrderCheck(boolean greater) {
        this.greater = greater;
    }

    @Override
    public Lines value(Object value, Subject subject) {
        Object wanted = subject.parameters().get("value");
        String actualType = GoTypes.typeName(value);
        String wantedType = GoTypes.typeName(wanted);
        if (!actualType.equals(wantedType)) {
            return new Lines()
                    .error("actual '" + actualType + "' and expected '" + wantedType + "' types do not match");
        }
        int order = order(value, wanted);
        boolean fits = greater ? order >= 0 : order <= 0;
        boolean passes = subject.negative() ? greater || !fits : fits;
        String told = "the actual '" + GoFormat.value(value) + "' is not " + word() + " or equal to the expected '"
                + GoFormat.value(wanted) + "'";
        return passes ? new Lines() : failure(subject, told);
    }

    private static int order(Object left, Object right) {
        if (left instanceof Number l && right instanceof Number r) {
            return l instanceof Double || r instanceof Double
                    ? Double.compare(l.doubleValue(), r.doubleValue())
                    : Long.compare(l.longValue(), r.longValue());
        }
        return GoString.compareBytes(GoFormat.value(left), GoFormat.value(right));
    }

    private String word() {
        return greater ? "greater" : "less";
    }

    @Override
    public String unknownPath(Subject subject) {
        return "unknown path '" + subject.text("path") + "'";
    }

    @Override
    public Lines nothing(Subject subject) {
        return failure(subject, "no manifests found");
    }

    private Lines failure(Subject subject, String told) {
        return new Lines()
                .path(subject)
                .expected(subject, "to be " + word() + " then or equal to, got")
                .text(told);
    }
}
