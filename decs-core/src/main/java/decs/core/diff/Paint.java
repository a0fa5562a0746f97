package decs.core.diff;

/** The colours of a terminal, or none. */
record Paint(boolean on) {
    static final String RED = "0;31";
    static final String GREEN = "0;32";
    static final String YELLOW = "0;33";
    static final String MAGENTA = "0;35";
    static final String BRIGHT_BLUE = "0;94";

    String of(String colour, String text) {
        return on ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }

    String of(ChangeKind kind, String text) {
        return of(
                switch (kind) {
                    case ADDED -> GREEN;
                    case REMOVED -> RED;
                    case MODIFIED -> YELLOW;
                    case OWNERSHIP -> MAGENTA;
                },
                text);
    }
}
