package decs.helm.render;

import decs.helm.chart.HelmVersion;
import decs.helm.chart.StructReader;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.Map;
import java.util.Set;

/**
 * Reads the head of a document: all of it must be YAML, the head must have the right types.
 *
 * <p>Mirrors: releaseutil.SimpleHead
 */
final class HeadReader {
    private static final String METADATA_TYPE =
            "struct { Name string \"json:\\\"name\\\"\"; Annotations map[string]string \"json:\\\"annotations\\\"\" }";

    private static final Set<String> FIELDS = Set.of("apiversion", "kind", "metadata");

    private final String goPackage;

    HeadReader(HelmVersion version) {
        this.goPackage = version == HelmVersion.V3 ? "releaseutil" : "util";
    }

    /** The head; throws with Go's text when the document is none. */
    ManifestHead read(Source document) {
        StructReader head = StructReader.of(Yaml.readFields(document, FIELDS), goPackage, "SimpleHead");
        String apiVersion = head.text("apiVersion");
        String kind = head.text("kind");
        StructReader metadata = head.struct("metadata", METADATA_TYPE);
        Map<String, String> annotations = metadata.textMap("annotations");
        return new ManifestHead(apiVersion, kind, metadata.text("name"), annotations);
    }
}
