package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.request.PostRendering;
import decs.core.request.ReleaseFailure;
import decs.core.spec.Fields;
import decs.core.transcript.FailedCall;
import decs.helm.values.ValuesOptions;
import decs.template.language.Host;
import decs.template.source.DecsException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The arguments of the helm call that would do what a release needs, in helmfile's order of flags. Nothing is called:
 * they stand in messages about failures, where users of helmfile look for them.
 */
final class HelmCall {
    private static final String STRIPPED = "*** STRIP ***";
    private static final Set<String> ASSIGNING = Set.of("--set", "--set-string", "--set-json", "--set-literal");

    private final Host host;
    private final ResolvedRelease release;
    private final List<String> arguments = new ArrayList<>(List.of("helm"));

    HelmCall(Host host, ResolvedRelease release) {
        this.host = host;
        this.release = release;
        String context = release.defaults().text("kubeContext");
        String over = release.state().overrides().kubeContext();
        option("--kube-context", over.isEmpty() ? context : over);
    }

    HelmCall add(String... words) {
        arguments.addAll(List.of(words));
        return this;
    }

    HelmCall flag(String name, boolean given) {
        if (given) {
            arguments.add(name);
        }
        return this;
    }

    HelmCall option(String name, String value) {
        return value.isEmpty() ? this : add(name, value);
    }

    HelmCall each(String name, List<String> values) {
        values.forEach(value -> add(name, value));
        return this;
    }

    /** Helm's own flags as they were given, without the values that they assign. */
    HelmCall words(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean assigned = i > 0 && ASSIGNING.contains(words.get(i - 1));
            arguments.add(assigned ? STRIPPED : words.get(i));
        }
        return this;
    }

    /** The program that manifests go through. */
    HelmCall postRenderer(PostRendering given) {
        return option("--post-renderer", ProgramRenderer.program(release, given));
    }

    HelmCall postRendererArguments(PostRendering given) {
        ProgramRenderer.arguments(release, given).forEach(argument -> add("--post-renderer-args=" + argument));
        return this;
    }

    /** The release's own values files and assignments. */
    HelmCall ownValues() {
        int files = release.fields().list("values").size()
                + release.fields().list("secrets").size();
        for (int i = 0; i < files; i++) {
            add("--values", valuesFile(i));
        }
        assignments("--set", release.fields().structs("set"));
        assignments("--set-string", release.fields().structs("setString"));
        return this;
    }

    private void assignments(String flag, List<Fields> entries) {
        for (Fields entry : entries) {
            if (!entry.text("value").isEmpty()) {
                add(flag, STRIPPED);
            } else if (!entry.text("file").isEmpty()) {
                add("--set-file", entry.text("name") + "=" + entry.text("file"));
            } else if (!entry.list("values").isEmpty()) {
                add(flag, STRIPPED);
            }
        }
    }

    /** The command line's values files and assignments. */
    HelmCall givenValues(ValuesOptions options) {
        return each("--values", options.files()).givenSet(options);
    }

    HelmCall givenFiles(ValuesOptions options) {
        return each("--values", options.files());
    }

    HelmCall givenSet(ValuesOptions options) {
        options.set().forEach(assignment -> add("--set", STRIPPED));
        return this;
    }

    List<String> arguments() {
        return List.copyOf(arguments);
    }

    /** The failure of this call in helmfile's blocks; {@code out} is what was printed before. */
    DecsException failed(DecsException cause, String out) {
        return failed(cause, out, "Error: " + cause.getMessage() + "\n");
    }

    DecsException failed(DecsException cause, String out, String error) {
        String text = new FailedCall(program(), arguments, 1, out, error).text();
        return new ReleaseFailure(FileRun.ref(release), text, cause);
    }

    /** The helm of the path, where there is one. */
    private String program() {
        for (String folder : host.environment().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, "helm");
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        return "helm";
    }

    /** Where helmfile would have put the values. */
    String valuesFile(int index) {
        Map<String, String> environment = host.environment();
        String temp = environment.getOrDefault("HELMFILE_TEMPDIR", environment.getOrDefault("TMPDIR", "/tmp"));
        CRC32 hash = new CRC32();
        hash.update((release.id() + index).getBytes(StandardCharsets.UTF_8));
        String name = (release.namespace().isEmpty() ? "" : release.namespace() + "-") + release.name();
        return Path.of(temp)
                .resolve("helmfile" + Integer.toUnsignedString(release.id().hashCode()))
                .resolve(name + "-values-" + Long.toHexString(hash.getValue()))
                .toString();
    }
}
