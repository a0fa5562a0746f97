package decs.template.parse;

import decs.template.gofmt.GoComplex;

/**
 * A number as written, with all the values it may stand for: Go decides by the context whether {@code 1e3} is an
 * integer or a float.
 *
 * @param integer the value as an int64, or null when it is none
 * @param unsigned whether it is an unsigned 64-bit integer
 * @param floating the value as a float64, or null when it is none
 * @param complex the value as a complex128; null unless it was written so
 */
public record Numeral(String text, Long integer, boolean unsigned, Double floating, GoComplex complex) {
    /** Whether it is a float where the context says nothing. Mirrors: text/template state.idealConstant. */
    public boolean writtenAsFloat() {
        if (floating == null || text.charAt(0) == '\'' || isHexInteger()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (".eEpP".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isHexInteger() {
        return text.length() > 2
                && text.charAt(0) == '0'
                && (text.charAt(1) == 'x' || text.charAt(1) == 'X')
                && text.indexOf('p') < 0
                && text.indexOf('P') < 0;
    }
}
