package decs.core.request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Renders releases without touching a cluster.
 *
 * @param showOnly templates to show, relative to the chart; none means all
 * @param kubeVersion over what the releases say
 * @param outputFolder where files go instead of the listener
 * @param outputFolderTemplate the folder of each release, as a template
 * @param validate whether the cluster is asked for its capabilities and whether it knows every kind
 */
public record TemplateRequest(
        Target target,
        RunOptions options,
        boolean includeCrds,
        boolean skipTests,
        boolean noHooks,
        List<String> showOnly,
        String kubeVersion,
        Optional<String> outputFolder,
        Optional<String> outputFolderTemplate,
        boolean validate,
        PostRendering postRendering,
        boolean skipSchemaValidation) {
    public TemplateRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        showOnly = List.copyOf(showOnly);
        Objects.requireNonNull(kubeVersion, "kubeVersion");
        Objects.requireNonNull(outputFolder, "outputFolder");
        Objects.requireNonNull(outputFolderTemplate, "outputFolderTemplate");
        Objects.requireNonNull(postRendering, "postRendering");
    }

    public static TemplateRequest of(Target target) {
        return new TemplateRequest(
                target,
                RunOptions.defaults(),
                false,
                false,
                false,
                List.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                PostRendering.none(),
                false);
    }

    public TemplateRequest withOptions(RunOptions options) {
        return new TemplateRequest(
                target,
                options,
                includeCrds,
                skipTests,
                noHooks,
                showOnly,
                kubeVersion,
                outputFolder,
                outputFolderTemplate,
                validate,
                postRendering,
                skipSchemaValidation);
    }
}
