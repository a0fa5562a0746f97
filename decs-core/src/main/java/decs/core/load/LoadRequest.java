package decs.core.load;

import decs.core.functions.Trust;
import decs.template.language.Host;
import decs.template.language.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is to be loaded, and from where; empty texts and lists are what was not given.
 *
 * @param file the state file or folder; empty for the default names
 * @param selectors the texts of {@code -l}
 * @param workingFolder where relative paths of the command line start
 * @param references resolves {@code ref+} references whose paths are relative to a folder
 * @param remote brings the file or folder that an address names
 * @param decrypt the plain text of an encrypted file
 * @param notices takes warnings for people, one line each
 * @param standardInput the state that {@code -f -} means
 */
public record LoadRequest(
        String file,
        String environment,
        String namespace,
        String kubeContext,
        String chart,
        List<String> selectors,
        List<String> stateValuesSet,
        List<String> stateValuesSetString,
        List<String> stateValuesFiles,
        Compat compat,
        Path workingFolder,
        Host host,
        Limits limits,
        Trust trust,
        Function<Path, UnaryOperator<Object>> references,
        Function<String, Path> remote,
        Function<Path, String> decrypt,
        Consumer<String> notices,
        Supplier<String> standardInput) {
    public LoadRequest {
        selectors = List.copyOf(selectors);
        stateValuesSet = List.copyOf(stateValuesSet);
        stateValuesSetString = List.copyOf(stateValuesSetString);
        stateValuesFiles = List.copyOf(stateValuesFiles);
        Objects.requireNonNull(compat, "compat");
        Objects.requireNonNull(workingFolder, "workingFolder");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(references, "references");
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(decrypt, "decrypt");
        Objects.requireNonNull(notices, "notices");
        Objects.requireNonNull(standardInput, "standardInput");
    }

    /** The environment asked for, by option or variable. */
    public String environmentName() {
        if (!environment.isEmpty()) {
            return environment;
        }
        String variable = host.environment().getOrDefault("HELMFILE_ENVIRONMENT", "");
        return variable.isEmpty() ? "default" : variable;
    }
}
