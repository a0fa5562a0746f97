package decs.helm.kube;

/** The answer to {@code GET /version}; {@code gitVersion} is the full one, such as {@code v1.35.4-gke.100}. */
public record ServerVersion(String major, String minor, String gitVersion) {}
