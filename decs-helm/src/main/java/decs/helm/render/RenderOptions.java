package decs.helm.render;

/**
 * How a chart is rendered.
 *
 * @param skipSchemaValidation leaves values.schema.json unread ({@code --skip-schema-validation})
 * @param enableDns lets {@code getHostByName} look names up ({@code --enable-dns})
 * @param subchartNotes gives the notes of subcharts too ({@code --render-subchart-notes})
 * @param lint lets {@code required} and {@code fail} pass, as {@code helm lint} does
 * @param strict makes a missing key an error
 * @param remoteSchemas lets schemas refer to files and addresses outside of the chart
 */
public record RenderOptions(
        boolean skipSchemaValidation,
        boolean enableDns,
        boolean subchartNotes,
        boolean lint,
        boolean strict,
        boolean remoteSchemas) {
    private static final RenderOptions DEFAULTS = new RenderOptions(false, false, false, false, false, false);

    public static RenderOptions defaults() {
        return DEFAULTS;
    }

    public RenderOptions withoutSchemaValidation() {
        return new RenderOptions(true, enableDns, subchartNotes, lint, strict, remoteSchemas);
    }

    public RenderOptions withDns() {
        return new RenderOptions(skipSchemaValidation, true, subchartNotes, lint, strict, remoteSchemas);
    }

    public RenderOptions withSubchartNotes() {
        return new RenderOptions(skipSchemaValidation, enableDns, true, lint, strict, remoteSchemas);
    }

    public RenderOptions forLint() {
        return new RenderOptions(skipSchemaValidation, enableDns, subchartNotes, true, strict, remoteSchemas);
    }

    public RenderOptions withStrictKeys() {
        return new RenderOptions(skipSchemaValidation, enableDns, subchartNotes, lint, true, remoteSchemas);
    }

    public RenderOptions withRemoteSchemas() {
        return new RenderOptions(skipSchemaValidation, enableDns, subchartNotes, lint, strict, true);
    }
}
