package decs.testing.report;

/** Colours of a terminal, or none. */
record Colours(boolean on) {
    String red(String text) {
        return dyed("31", text, "0");
    }

    String yellow(String text) {
        return dyed("33", text, "0");
    }

    String bold(String text) {
        return dyed("1", text, "22");
    }

    String faint(String text) {
        return dyed("2", text, "22");
    }

    String onGreen(String text) {
        return dyed("42;30", text, "0;0");
    }

    String onRed(String text) {
        return dyed("41;37", text, "0;0");
    }

    String onYellow(String text) {
        return dyed("43;30", text, "0;0");
    }

    private String dyed(String start, String text, String end) {
        return on ? "\u001b[" + start + "m" + text + "\u001b[" + end + "m" : text;
    }
}
