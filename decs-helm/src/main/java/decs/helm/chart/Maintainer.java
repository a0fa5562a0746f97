package decs.helm.chart;

/** Who maintains a chart; absent parts are empty. */
public record Maintainer(String name, String email, String url) {
    /** What a null in the list reads as; no checked metadata holds it. */
    static final Maintainer NULL_ENTRY = new Maintainer("", "", "");

    @SuppressWarnings("ReferenceEquality")
    boolean isNullEntry() {
        return this == NULL_ENTRY;
    }
}
