package decs.core.hcl;

/** A function of HCL. */
@FunctionalInterface
interface HclFunction {
    Object apply(HclArguments arguments);
}
