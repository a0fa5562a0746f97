package decs.template.yaml;

import java.util.Map;

/**
 * The order in which go-yaml writes keys: numbers inside them count as numbers, letters come after all else. The rule is
 * not transitive for some sets, so keys are put into byte order first and merged by a sort that asks no contract of it.
 *
 * <p>Mirrors: yaml keyList.Less
 */
final class KeyOrder {
    private final boolean v3;

    KeyOrder(boolean v3) {
        this.v3 = v3;
    }

    String[] sorted(Map<?, ?> map) {
        Object[] byBytes = JsonWriter.sorted(map);
        String[] keys = new String[byBytes.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = String.valueOf(byBytes[i]);
        }
        sort(keys, new String[keys.length], 0, keys.length);
        return keys;
    }

    private void sort(String[] keys, String[] scratch, int from, int to) {
        if (to - from < 12) {
            for (int i = from + 1; i < to; i++) {
                String key = keys[i];
                int at = i;
                while (at > from && less(key, keys[at - 1])) {
                    keys[at] = keys[at - 1];
                    at--;
                }
                keys[at] = key;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        sort(keys, scratch, from, middle);
        sort(keys, scratch, middle, to);
        System.arraycopy(keys, from, scratch, from, to - from);
        for (int i = from, a = from, b = middle; i < to; i++) {
            boolean second = a >= middle || (b < to && less(scratch[b], scratch[a]));
            keys[i] = second ? scratch[b++] : scratch[a++];
        }
    }

    private boolean less(String a, String b) {
        boolean digits = false;
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x == y) {
                digits = isDigit(x);
                continue;
            }
            boolean letterX = Character.isLetter(a.codePointAt(i));
            boolean letterY = Character.isLetter(b.codePointAt(i));
            if (letterX && letterY) {
                return a.codePointAt(i) < b.codePointAt(i);
            }
            if (letterX || letterY) {
                return (v3 && digits) ? letterX : letterY;
            }
            return lessFrom(a, b, i);
        }
        return a.length() < b.length();
    }

    private static boolean lessFrom(String a, String b, int at) {
        long x = 0;
        long y = 0;
        if (a.charAt(at) == '0' || b.charAt(at) == '0') {
            for (int j = at - 1; j >= 0 && isDigit(a.charAt(j)); j--) {
                if (a.charAt(j) != '0') {
                    x = 1;
                    y = 1;
                    break;
                }
            }
        }
        int endA = at;
        for (; endA < a.length() && isDigit(a.charAt(endA)); endA++) {
            x = x * 10 + (a.charAt(endA) - '0');
        }
        int endB = at;
        for (; endB < b.length() && isDigit(b.charAt(endB)); endB++) {
            y = y * 10 + (b.charAt(endB) - '0');
        }
        if (x != y) {
            return x < y;
        }
        return endA != endB ? endA < endB : a.codePointAt(at) < b.codePointAt(at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
