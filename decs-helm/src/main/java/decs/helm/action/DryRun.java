package decs.helm.action;

/** Whether an action only says what it would do. */
public enum DryRun {
    NONE,
    /** Without asking the cluster more than is needed. */
    CLIENT,
    /** With look-ups and checks against the cluster. */
    SERVER
}
