package decs.core.hcl;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The functions that helmfile gives to HCL, but {@code try} and {@code can}, which are no functions of values. */
final class HclFunctions {
    static final Map<String, HclFunction> TABLE = table();

    /** How many arguments functions take that always take as many. */
    private static final Map<Integer, Set<String>> ARITIES = Map.of(
            1,
            words("abs ceil floor int signum upper lower title strlen strrev chomp trimspace length flatten compact"
                    + " reverselist sort distinct keys values jsonencode jsondecode yamlencode yamldecode csvdecode"
                    + " cidrnetmask"),
            2,
            words("element chunklist contains log pow parseint split trim trimprefix trimsuffix regex regexall indent"
                    + " formatdate timeadd zipmap cidrhost setsubtract"),
            3,
            words("substr slice cidrsubnet lookup"));

    private HclFunctions() {}

    private static Set<String> words(String names) {
        return Set.of(names.split(" "));
    }

    /** The number of arguments that {@code function} takes, if it is always the same. */
    static Optional<Integer> arity(String function) {
        return ARITIES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(function))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, HclFunction> table() {
        Map<String, HclFunction> table = new TreeMap<>();
        HclTextFunctions.add(table);
        HclNumberFunctions.add(table);
        HclListFunctions.add(table);
        HclSetFunctions.add(table);
        HclCodeFunctions.add(table);
        HclTimeFunctions.add(table);
        HclNetworks.add(table);
        return Map.copyOf(table);
    }
}
