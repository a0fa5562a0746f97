package decs.helm.chart;

/** Which Helm's behaviour is wanted where the two differ. */
public enum HelmVersion {
    V3,
    V4
}
