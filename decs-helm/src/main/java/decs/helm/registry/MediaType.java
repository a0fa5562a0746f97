package decs.helm.registry;

import java.util.List;

/** The kinds of things that make up a chart in a registry. */
final class MediaType {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String CONFIG = "application/vnd.cncf.helm.config.v1+json";
    static final String CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
    static final String PROVENANCE = "application/vnd.cncf.helm.chart.provenance.v1.prov";

    /** What the chart's layer may be called; the second is of older versions. */
    static final List<String> CHARTS = List.of(CHART, "application/tar+gzip");

    private MediaType() {}
}
