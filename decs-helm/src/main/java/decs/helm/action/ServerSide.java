package decs.helm.action;

/** Who merges a change into a live object. */
public enum ServerSide {
    /** As the last revision was made; a first one by the server. */
    AUTO,
    ON,
    OFF
}
