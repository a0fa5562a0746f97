package decs.helm.kube.patch;

/** The keys by which a strategic merge patch says more than values. */
final class Directive {
    static final String PATCH = "$patch";
    static final String DELETE = "delete";
    static final String REPLACE = "replace";
    static final String MERGE = "merge";
    static final String RETAIN_KEYS = "$retainKeys";
    /** Before the name of a list: the order of its items. */
    static final String ORDER = "$setElementOrder/";
    /** Before the name of a list of scalars: what to take out of it. */
    static final String DELETE_SCALARS = "$deleteFromPrimitiveList/";

    private Directive() {}
}
