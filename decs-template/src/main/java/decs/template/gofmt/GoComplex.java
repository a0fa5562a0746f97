package decs.template.gofmt;

/** A {@code complex128}. */
public record GoComplex(double real, double imaginary) {
    @Override
    public String toString() {
        return GoFormat.sprintf("%v", new Object[] {this});
    }
}
