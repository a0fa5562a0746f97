package decs.template.source;

import java.util.Objects;

/** One step of the way that led to a problem: where it was, and what was going on there ({@code include "app.labels"}). */
public record Frame(Position at, String what) {
    public Frame {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
    }
}
