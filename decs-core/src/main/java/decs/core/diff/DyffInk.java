package decs.core.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** dyff's colours, or none. */
record DyffInk(boolean on) {
    private static final Pattern CODE = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final String HEADING = "38;2;199;196;63";
    private static final String LABEL = "38;2;176;196;222";
    private static final String REMOVED = "38;2;185;49;27";
    private static final String ADDED = "38;2;88;191;56";
    private static final String KEPT_OLD = "38;2;255;160;122";
    private static final String KEPT_NEW = "38;2;144;238;144";
    private static final int FEW = 4;
    private static final double SIMILAR = 0.1;

    /** The columns that {@code text} takes on a terminal. */
    static int width(CharSequence text) {
        String plain = CODE.matcher(text).replaceAll("");
        return plain.codePointCount(0, plain.length());
    }

    String path(String text) {
        return paint("1", text);
    }

    String label(String text) {
        return paint(LABEL, text);
    }

    String heading(String text) {
        return paint(HEADING, text);
    }

    String removed(String text) {
        return paint(REMOVED, text);
    }

    String added(String text) {
        return paint(ADDED, text);
    }

    String typeHeading(String before, String after) {
        if (!on) {
            return "± type change from " + before + " to " + after;
        }
        String italic = "\u001b[3;" + HEADING + "m";
        return "\u001b[" + HEADING + "m± type change from " + italic + before + "\u001b[0;" + HEADING + "m to " + italic
                + after + "\u001b[0m";
    }

    NeatYaml.Tones tones(NeatYaml.Tones tones) {
        return on ? tones : NeatYaml.Tones.NONE;
    }

    /** Two texts one below the other; with colours, what differs in similar ones stands out. */
    List<String> pair(String before, String after) {
        String oldLine = "-" + (before.isEmpty() ? "" : " " + before);
        String newLine = "+" + (after.isEmpty() ? "" : " " + after);
        if (!on) {
            return List.of(oldLine, newLine);
        }
        List<DiffLine> letters = LineDiff.between(spelled(before), spelled(after));
        long changed = letters.stream().filter(DiffLine::changed).count();
        if (changed > FEW && changed >= SIMILAR * Math.min(before.length(), after.length())) {
            return List.of(removed(oldLine), added(newLine));
        }
        return List.of(
                removed("- ") + mixed(letters, DiffLine.Side.BEFORE, KEPT_OLD, REMOVED),
                added("+ ") + mixed(letters, DiffLine.Side.AFTER, KEPT_NEW, ADDED));
    }

    private static String spelled(String text) {
        List<String> letters = new ArrayList<>();
        text.codePoints().forEach(c -> letters.add(Character.toString(c)));
        return String.join("\n", letters);
    }

    private String mixed(List<DiffLine> letters, DiffLine.Side side, String kept, String changed) {
        StringBuilder out = new StringBuilder();
        StringBuilder run = new StringBuilder();
        boolean common = true;
        for (DiffLine letter : letters) {
            if (letter.changed() && letter.side() != side) {
                continue;
            }
            if (letter.changed() == common) {
                flush(run, common ? kept : "1;" + changed, out);
                common = !common;
            }
            run.append(letter.text());
        }
        flush(run, common ? kept : "1;" + changed, out);
        return out.toString();
    }

    private void flush(StringBuilder run, String code, StringBuilder out) {
        if (!run.isEmpty()) {
            out.append(paint(code, run.toString()));
            run.setLength(0);
        }
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
