package decs.core.diff;

import java.util.Objects;

/** One line of a comparison, and which side has it. */
public record DiffLine(Side side, String text) {
    public DiffLine {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(text, "text");
    }

    /** Which of the two texts a line stands in. */
    public enum Side {
        BOTH,
        BEFORE,
        AFTER
    }

    public boolean changed() {
        return side != Side.BOTH;
    }
}
