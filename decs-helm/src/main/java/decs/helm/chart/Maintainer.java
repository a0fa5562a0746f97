package decs.helm.chart;

/** Who maintains a chart; absent parts are empty. */
public record Maintainer(String name, String email, String url) {}
