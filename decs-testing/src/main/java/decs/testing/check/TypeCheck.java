package decs.testing.check;

import decs.template.gofmt.GoTypes;

/** {@code isType}: the value is of this Go type. */
final class TypeCheck implements ValueCheck {
    @Override
    public Lines value(Object value, Subject subject) {
        String type = value == null ? "" : GoTypes.typeName(value);
        return type.equals(subject.text("type")) == subject.negative() ? failure(subject, type) : new Lines();
    }

    @Override
    public Lines nothing(Subject subject) {
        return failure(subject, "no manifest found");
    }

    private static Lines failure(Subject subject, String actual) {
        return new Lines()
                .path(subject)
                .expected(subject, "to be of type")
                .text(subject.text("type"))
                .actual(actual);
    }
}
