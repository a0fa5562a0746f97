package decs.helm.kube.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities ({@code 500m}, {@code 1Gi}) in the form that a server gives back. */
public final class Quantity {
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\\d{1,3})?");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final int UNIT = DECIMAL.indexOf("");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private Quantity() {}

    /** The canonical form; text that is no quantity stays as it is. */
    public static String canonical(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(form.group(1));
        String suffix = form.group(2) == null ? "" : form.group(2);
        if (suffix.endsWith("i")) {
            BigDecimal value = number.multiply(KIBI.pow(BINARY.indexOf(suffix)));
            return value.abs().compareTo(KIBI) < 0 || value.stripTrailingZeros().scale() > 0
                    ? decimal(value)
                    : binary(value);
        }
        if (suffix.length() > 1) {
            return number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return decimal(number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - UNIT)));
    }

    private static String binary(BigDecimal value) {
        BigDecimal left = value;
        int power = 0;
        while (power < BINARY.size() - 1 && left.remainder(KIBI).signum() == 0) {
            left = left.divide(KIBI);
            power++;
        }
        return left.stripTrailingZeros().toPlainString() + BINARY.get(power);
    }

    private static String decimal(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal left = value.scaleByPowerOfTen(3 * UNIT).setScale(0, RoundingMode.UP);
        int power = 0;
        BigDecimal thousand = BigDecimal.valueOf(1000);
        while (power < DECIMAL.size() - 1 && left.remainder(thousand).signum() == 0) {
            left = left.divide(thousand);
            power++;
        }
        return left.toBigInteger() + DECIMAL.get(power);
    }
}
