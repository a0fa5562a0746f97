package decs.core.load;

/** Whose rules a state file follows: helmfile 0.x's, 1.x's, or whichever its text speaks for. */
public enum Compat {
    AUTO,
    V0,
    V1
}
