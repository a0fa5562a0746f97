package decs.core.load;

import decs.core.functions.FunctionScope;
import decs.helm.repo.RemoteFiles;
import decs.template.language.MissingKey;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Values files of environments, states and releases: found by path or glob, rendered when their name says so, read. */
public final class ValuesFiles {
    private final TemplateText templates;
    private final FunctionScope scope;

    public ValuesFiles(TemplateText templates, FunctionScope scope) {
        this.templates = templates;
        this.scope = scope;
    }

    /** The files that {@code path} means: those below {@code folder}, or what {@code remote} brings of an address. */
    public static List<Path> find(Path folder, String path, Function<String, Path> remote) {
        return RemoteFiles.isRemote(path) ? List.of(remote.apply(path)) : find(folder, path);
    }

    /** What {@code path} means below {@code folder}, in order; nothing when there is no such file. */
    public static List<Path> find(Path folder, String path) {
        if (Glob.isPattern(path)) {
            return Glob.find(folder, path);
        }
        Path file = folder.resolve(path).normalize();
        return Files.exists(file) ? List.of(file) : List.of();
    }

    /** Brings what addresses name. */
    public Function<String, Path> remote() {
        return scope.remote();
    }

    /** What a missing file is: an error, or a line of log. */
    public static Optional<String> missing(String kind, String handler, String path, String folder, String file) {
        String text = kind + " file matching \"" + path + "\" does not exist in \"" + folder + "\"";
        return switch (handler) {
            case "", "Error" ->
                throw new DecsException(
                        text,
                        List.of(Problem.of(text).withHint("set missingFileHandler: Warn to go on without it")),
                        null);
            case "Warn", "Info" -> Optional.of("skipping missing " + kind + " file matching \"" + path + "\"");
            case "Debug" -> Optional.empty();
            default ->
                throw new DecsException("invalid missing file handler \"" + handler + "\" while processing \"" + path
                        + "\" in \"" + file + "\": it must be one of [Error Warn Info Debug]");
        };
    }

    /** The text of a file: rendered on {@code data} when its name ends in {@code .gotmpl} or {@code .j2}, else as it is. */
    public String text(Path file, TemplateData data) {
        String text = read(scope.trust().check(file));
        if (!TemplateText.isTemplate(file.getFileName().toString())) {
            return text;
        }
        return templates.renderValues(Source.of(shown(file), text), data, scope.withBase(folderOf(file)));
    }

    /** A file's name for people: its path from the folder that the state's functions work in. */
    private String shown(Path file) {
        Path base = scope.base().toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return path.startsWith(base) ? base.relativize(path).toString() : path.toString();
    }

    /** The same, but a key that is missing is {@code <no value>}, as for manifests that become templates of a chart. */
    public String looseText(Path file, Object data) {
        String text = read(file);
        if (!file.getFileName().toString().endsWith(".gotmpl")) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        Source source = Source.of(file.getFileName().toString(), text);
        templates.render(source, data, scope.withBase(folderOf(file)), MissingKey.ZERO, out);
        return out.toString();
    }

    /** The mapping that a file holds; an empty file is an empty mapping. */
    public ValueMap map(Path file, TemplateData data, String shown) {
        return map(shown, text(file, data));
    }

    static ValueMap map(String shown, String text) {
        Object tree = Yaml.readV3(Source.of(shown, text));
        if (tree == null) {
            return new ValueMap();
        }
        if (tree instanceof ValueMap map) {
            return map;
        }
        throw new DecsException("failed to load environment values file \"" + shown + "\": a mapping was expected");
    }

    static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new DecsException(
                    Files.isDirectory(file)
                            ? "read " + file + ": is a directory"
                            : "open " + file + ": no such file or directory",
                    unreadable);
        }
    }
}
