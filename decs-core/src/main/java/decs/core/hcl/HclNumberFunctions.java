package decs.core.hcl;

import decs.template.source.DecsException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** Functions of numbers. */
final class HclNumberFunctions {
    private static final int LONGEST_RANGE = 1024;

    private HclNumberFunctions() {}

    static void add(Map<String, HclFunction> table) {
        table.put("abs", a -> Math.abs(a.number(0)));
        table.put("ceil", a -> Math.ceil(a.number(0)));
        table.put("floor", a -> Math.floor(a.number(0)));
        table.put("int", a -> a.number(0) < 0 ? Math.ceil(a.number(0)) : Math.floor(a.number(0)));
        table.put("log", a -> Math.log(a.number(0)) / Math.log(a.number(1)));
        table.put("pow", a -> Math.pow(a.number(0), a.number(1)));
        table.put("signum", a -> Math.signum(a.number(0)));
        table.put("max", a -> folded(a, Math::max));
        table.put("min", a -> folded(a, Math::min));
        table.put("parseint", HclNumberFunctions::parsed);
        table.put("range", HclNumberFunctions::range);
    }

    private static Object folded(HclArguments arguments, DoubleBinaryOperator operator) {
        double result = arguments.number(0);
        for (int i = 1; i < arguments.count(); i++) {
            result = operator.applyAsDouble(result, arguments.number(i));
        }
        return result;
    }

    private static Object parsed(HclArguments arguments) {
        try {
            return new BigInteger(arguments.text(0), arguments.whole(1)).doubleValue();
        } catch (NumberFormatException none) {
            throw new DecsException(
                    "cannot parse \"" + arguments.text(0) + "\" as a base " + arguments.whole(1) + " integer");
        }
    }

    private static Object range(HclArguments arguments) {
        double start = arguments.count() == 1 ? 0 : arguments.number(0);
        double end = arguments.number(arguments.count() == 1 ? 0 : 1);
        double step = arguments.count() > 2 ? arguments.number(2) : end < start ? -1 : 1;
        if (step == 0) {
            throw new DecsException("step must not be zero");
        }
        List<Object> numbers = new ArrayList<>();
        for (double number = start; step > 0 ? number < end : number > end; number += step) {
            if (numbers.size() == LONGEST_RANGE) {
                throw new DecsException("more than " + LONGEST_RANGE + " values were generated; either decrease the"
                        + " difference between start and end or use a smaller step");
            }
            numbers.add(number);
        }
        return numbers;
    }
}
