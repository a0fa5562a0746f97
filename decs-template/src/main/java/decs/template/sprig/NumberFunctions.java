package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.INT;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoFloat;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoNumber;
import decs.template.gofmt.GoSlice;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.WideInt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;

/** Sprig's arithmetic: integers in 64 bits with wrap-around, fractions in decimal, and ranges of numbers. */
final class NumberFunctions {
    private static final int DIVISION_DIGITS = 16;

    private NumberFunctions() {}

    static FunctionTable table() {
        return FunctionTable.builder()
                .of("atoi", STRING, text -> WideInt.of(GoNumber.nearestInt((String) text, 10)))
                .of("int", ANY, value -> WideInt.of(Casts.toLong(value)))
                .of("int64", ANY, Casts::toLong)
                .of("float64", ANY, Casts::toDouble)
                .of("toDecimal", ANY, NumberFunctions::octal)
                .of("add1", ANY, value -> Casts.toLong(value) + 1)
                .variadic("add", ANY, args -> sum(args, 0, 0, Long::sum))
                .variadic("mul", List.of(ANY, ANY), args -> sum(args, 1, Casts.toLong(args[0]), (a, b) -> a * b))
                .of("sub", ANY, ANY, (a, b) -> Casts.toLong(a) - Casts.toLong(b))
                .of("div", ANY, ANY, (a, b) -> Casts.toLong(a) / nonZero(b))
                .of("mod", ANY, ANY, (a, b) -> Casts.toLong(a) % nonZero(b))
                .variadic("max", List.of(ANY, ANY), args -> sum(args, 1, Casts.toLong(args[0]), Math::max))
                .variadic("biggest", List.of(ANY, ANY), args -> sum(args, 1, Casts.toLong(args[0]), Math::max))
                .variadic("min", List.of(ANY, ANY), args -> sum(args, 1, Casts.toLong(args[0]), Math::min))
                .variadic("maxf", List.of(ANY, ANY), args -> fold(args, NumberFunctions::larger))
                .variadic("minf", List.of(ANY, ANY), args -> fold(args, (a, b) -> -larger(-a, -b)))
                .variadic("addf", ANY, args -> decimal(args, BigDecimal.ZERO, 0, BigDecimal::add))
                .of("add1f", ANY, value -> big(value).add(BigDecimal.ONE).doubleValue())
                .variadic("subf", List.of(ANY, ANY), args -> decimal(args, big(args[0]), 1, BigDecimal::subtract))
                .variadic("mulf", List.of(ANY, ANY), args -> decimal(args, big(args[0]), 1, BigDecimal::multiply))
                .variadic("divf", List.of(ANY, ANY), args -> decimal(args, big(args[0]), 1, NumberFunctions::divide))
                .of("ceil", ANY, value -> Math.ceil(Casts.toDouble(value)))
                .of("floor", ANY, value -> Math.floor(Casts.toDouble(value)))
                .variadic("round", List.of(ANY, INT, decs.template.language.GoKind.FLOAT64), NumberFunctions::round)
                .calling("until", List.of(INT), (call, args) -> until(call, whole(args[0])))
                .calling(
                        "untilStep",
                        List.of(INT, INT, INT),
                        (call, args) -> untilStep(call, whole(args[0]), whole(args[1]), whole(args[2])))
                .callingVariadic("seq", List.of(INT), NumberFunctions::seq)
                .calling("randInt", List.of(INT, INT), NumberFunctions::randInt)
                .build();
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }

    /** Sprig reads the number's text as octal digits. */
    private static Object octal(Object value) {
        return GoNumber.parseInt(GoFormat.value(value), 8).orElse(0);
    }

    private static Object sum(Object[] args, int from, long start, LongBinaryOperator step) {
        long sum = start;
        for (int i = from; i < args.length; i++) {
            sum = step.applyAsLong(sum, Casts.toLong(args[i]));
        }
        return sum;
    }

    private static Object fold(Object[] args, DoubleBinaryOperator step) {
        double sum = Casts.toDouble(args[0]);
        for (int i = 1; i < args.length; i++) {
            sum = step.applyAsDouble(sum, Casts.toDouble(args[i]));
        }
        return sum;
    }

    /** Infinity wins over NaN. Mirrors: math.Max. */
    private static double larger(double a, double b) {
        return a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : Math.max(a, b);
    }

    private static long nonZero(Object value) {
        long number = Casts.toLong(value);
        if (number == 0) {
            throw new FunctionException("runtime error: integer divide by zero");
        }
        return number;
    }

    private static Object decimal(Object[] args, BigDecimal start, int from, BinaryOperator<BigDecimal> step) {
        BigDecimal sum = start;
        for (int i = from; i < args.length; i++) {
            sum = step.apply(sum, big(args[i]));
        }
        return sum.doubleValue();
    }

    private static BigDecimal big(Object value) {
        double number = Casts.toDouble(value);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new FunctionException(
                    "Cannot create a Decimal from " + (Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf"));
        }
        return new BigDecimal(GoFloat.format(number, 'g', -1));
    }

    private static BigDecimal divide(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            throw new FunctionException("decimal division by 0");
        }
        return a.divide(b, DIVISION_DIGITS, RoundingMode.HALF_UP);
    }

    private static Object round(Object[] args) {
        double value = Casts.toDouble(args[0]);
        double on = args.length > 2 ? ((Number) args[2]).doubleValue() : 0.5;
        double power = Math.pow(10, (double) whole(args[1]));
        double digit = power * value;
        double fraction = digit % 1.0;
        double rounded = fraction >= on ? Math.ceil(digit) : Math.floor(digit);
        return rounded / power;
    }

    private static Object until(FunctionCall call, long count) {
        return untilStep(call, 0, count, count < 0 ? -1 : 1);
    }

    private static GoSlice untilStep(FunctionCall call, long start, long stop, long step) {
        if (stop < start ? step >= 0 : step <= 0) {
            return GoSlice.over("int", new ArrayList<>());
        }
        BigInteger span = BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start));
        BigInteger[] whole = span.divideAndRemainder(BigInteger.valueOf(step));
        BigInteger count = whole[1].signum() == 0 ? whole[0] : whole[0].add(BigInteger.ONE);
        Budget.items(call, count.bitLength() > 62 ? Long.MAX_VALUE : count.longValue());
        List<Object> numbers = new ArrayList<>(count.intValue());
        for (int i = 0; i < count.intValue(); i++) {
            numbers.add(WideInt.of(start + i * step));
        }
        return GoSlice.over("int", numbers);
    }

    private static Object seq(FunctionCall call, Object[] args) {
        long[] n = new long[args.length];
        for (int i = 0; i < n.length; i++) {
            n[i] = whole(args[i]);
        }
        switch (n.length) {
            case 1:
                return joined(call, 1, n[0], n[0] < 1 ? -1 : 1);
            case 2:
                return joined(call, n[0], n[1], n[1] < n[0] ? -1 : 1);
            case 3:
                boolean wrongWay = n[2] < n[0] ? n[1] > 0 : n[1] < 0;
                return wrongWay || n[1] == 0 ? "" : joined(call, n[0], n[2], n[1]);
            default:
                return "";
        }
    }

    private static String joined(FunctionCall call, long start, long end, long step) {
        List<?> numbers = untilStep(call, start, end + (step < 0 ? -1 : 1), step);
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Object randInt(FunctionCall call, Object[] args) {
        long min = whole(args[0]);
        long max = whole(args[1]);
        if (max <= min) {
            throw new FunctionException("invalid argument to Intn");
        }
        return WideInt.of(min + call.host().random().nextLong(max - min));
    }
}
