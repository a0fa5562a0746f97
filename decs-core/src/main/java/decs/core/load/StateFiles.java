package decs.core.load;

import decs.helm.http.Addresses;
import decs.helm.repo.RemoteFiles;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the state files of a run: by {@code -f}, by variable, by the default names. */
final class StateFiles {
    private static final Pattern IN_FOLDER_V1 = Pattern.compile(".*\\.y.*ml(\\.gotmpl)?");
    private static final Pattern IN_FOLDER_V0 = Pattern.compile(".*\\.y.*ml");

    private final Compat compat;
    private final Function<String, Path> remote;

    /** @param remote brings what addresses name */
    StateFiles(Compat compat, Function<String, Path> remote) {
        this.compat = compat;
        this.remote = remote;
    }

    List<StateFile> find(LoadRequest request) {
        String wanted = request.file();
        if (wanted.isEmpty() && compat != Compat.V0) {
            wanted = request.host().environment().getOrDefault("HELMFILE_FILE_PATH", "");
        }
        return wanted.isEmpty() ? defaults(request) : at(wanted, request.workingFolder());
    }

    /** The file, or all state files of the folder, at {@code wanted}. */
    List<StateFile> at(String wanted, Path base) {
        if (RemoteFiles.isRemote(wanted)) {
            Path fetched = remote.apply(wanted);
            String shown = Addresses.clean(wanted);
            return Files.isDirectory(fetched) ? inFolder(fetched, shown, base) : List.of(new StateFile(fetched, shown));
        }
        Path path = base.resolve(wanted).normalize();
        if (wanted.equals("-")) {
            return List.of(new StateFile(path, "./-"));
        }
        if (Files.isDirectory(path)) {
            return inFolder(path, wanted, base);
        }
        if (!Files.exists(path)) {
            throw new DecsException(
                    "specified state file " + wanted + " is not found",
                    List.of(Problem.of("specified state file " + wanted + " is not found")
                            .withHint("looked for " + path)),
                    null);
        }
        return List.of(new StateFile(path, shown(wanted)));
    }

    private static String shown(String wanted) {
        int slash = wanted.lastIndexOf('/');
        if (slash < 0) {
            return "./" + wanted;
        }
        String folder = Path.of(wanted).getParent() == null
                ? "/"
                : Path.of(wanted).getParent().normalize().toString();
        return (folder.isEmpty() ? "." : folder) + "/" + wanted.substring(slash + 1);
    }

    private List<StateFile> inFolder(Path folder, String wanted, Path working) {
        Pattern names = compat == Compat.V0 ? IN_FOLDER_V0 : IN_FOLDER_V1;
        String prefix = wanted.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted;
        try (Stream<Path> files = Files.list(folder)) {
            List<StateFile> found = files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file))
                    .sorted()
                    .map(file -> new StateFile(file, prefix + "/" + file.getFileName()))
                    .toList();
            return compat == Compat.V0 || found.size() == 1
                    ? found
                    : found.stream().map(file -> file.among(working)).toList();
        } catch (IOException unreadable) {
            throw new DecsException("open " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private List<StateFile> defaults(LoadRequest request) {
        Path folder = request.workingFolder();
        boolean plain = Files.isRegularFile(folder.resolve("helmfile.yaml"));
        boolean templated = compat != Compat.V0 && Files.isRegularFile(folder.resolve("helmfile.yaml.gotmpl"));
        boolean many = Files.isDirectory(folder.resolve("helmfile.d"));
        if (plain && templated) {
            throw new DecsException("both helmfile.yaml and helmfile.yaml.gotmpl exist. Please remove one of them");
        }
        if (plain || templated) {
            String name = plain ? "helmfile.yaml" : "helmfile.yaml.gotmpl";
            if (many) {
                throw new DecsException(
                        "configuration conlict error: you can have either " + name + " or helmfile.d, but not both");
            }
            return List.of(new StateFile(folder.resolve(name), "./" + name));
        }
        if (compat == Compat.V0 && Files.isRegularFile(folder.resolve("charts.yaml"))) {
            request.notices()
                    .accept("warn: charts.yaml is being loaded: charts.yaml is deprecated in favor of helmfile.yaml."
                            + " Rename it");
            return List.of(new StateFile(folder.resolve("charts.yaml"), "./charts.yaml"));
        }
        if (many) {
            return inFolder(folder.resolve("helmfile.d"), "helmfile.d", folder);
        }
        throw noneFound(folder);
    }

    private DecsException noneFound(Path folder) {
        String text = compat == Compat.V0
                ? "no state file found. It must be named helmfile.d/*.{yaml,yml} or helmfile.yaml, otherwise specified"
                        + " with the --file flag"
                : "no state file found. It must be named helmfile.d/*.{yaml,yml,yaml.gotmpl,yml.gotmpl},"
                        + " helmfile.yaml, or helmfile.yaml.gotmpl, otherwise specified with the --file flag or"
                        + " HELMFILE_FILE_PATH environment variable";
        return new DecsException(text, List.of(Problem.of(text).withHint("looked in " + folder)), null);
    }
}
