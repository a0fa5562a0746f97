package decs.core.prepare;

import decs.core.load.TemplateData;
import decs.core.load.ValuesFiles;
import decs.core.plan.ResolvedRelease;
import decs.core.spec.Fields;
import decs.helm.chart.HelmVersion;
import decs.helm.repo.RemoteFiles;
import decs.helm.values.SetJson;
import decs.helm.values.ValuesOptions;
import decs.helm.values.ValuesReader;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.SetExpression;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The values of a release in helmfile's order, weakest first: values entries, secrets, files of the command line, then
 * the assignments: {@code set}, {@code env} and the command line's before {@code setString} and files.
 *
 * <p>Mirrors: helmfile state.HelmState.generateValuesFiles, setFlags; helm values.Options.MergeValues
 */
public final class ReleaseValues {

    private final ResolvedRelease release;
    private final Function<Path, String> decrypt;
    private final Consumer<String> notices;
    private final Path folder;
    private final ValuesFiles files;

    /**
     * @param decrypt the plain text of an encrypted file
     * @param notices takes warnings, one line each
     */
    public ReleaseValues(ResolvedRelease release, Function<Path, String> decrypt, Consumer<String> notices) {
        this.release = release;
        this.decrypt = decrypt;
        this.notices = notices;
        this.folder = release.state().file().folder();
        this.files =
                new ValuesFiles(release.state().templates(), release.state().scope());
    }

    /** Fetches the files of {@code values} and {@code secrets} that are elsewhere, without reading them. */
    void bring() {
        for (String field : List.of("values", "secrets")) {
            for (Object entry : release.fields().list(field)) {
                if (entry instanceof String && RemoteFiles.isRemote(path(entry))) {
                    ValuesFiles.find(folder, path(entry), files.remote());
                }
            }
        }
    }

    /** The entries of {@code values} and then of {@code secrets}, each as the text of a file. */
    public List<ValuesText> texts() {
        TemplateData data = release.data();
        List<ValuesText> texts = new ArrayList<>();
        for (Object entry : release.fields().list("values")) {
            value(entry, data).ifPresent(texts::add);
        }
        for (Object entry : release.fields().list("secrets")) {
            secret(entry, data).ifPresent(texts::add);
        }
        return texts;
    }

    /** All of it, merged as Helm merges: maps deep, anything else replaced, null kept. */
    public ValueMap merged(ValuesOptions options, HelmVersion version) {
        return merged(texts(), options, version);
    }

    /** The same from texts that {@link #texts} gave. */
    public ValueMap merged(List<ValuesText> texts, ValuesOptions options, HelmVersion version) {
        ValueMap values = new ValueMap();
        for (ValuesText text : texts) {
            values = Merge.deep(values, read(text.source(), version));
        }
        for (String file : options.files()) {
            values = Merge.deep(values, read(Source.of(file, read(folder.resolve(file), file)), version));
        }
        ValueMap result = values;
        options.json().forEach(text -> SetJson.set(text, result, version));
        assignments("set").forEach(text -> SetExpression.set(text, result));
        environment().ifPresent(text -> SetExpression.set(text, result));
        options.set().forEach(text -> SetExpression.set(text, result));
        assignments("setString").forEach(text -> SetExpression.setString(text, result));
        options.texts().forEach(text -> SetExpression.setString(text, result));
        Stream.concat(fileAssignments().stream(), options.fileTexts().stream())
                .forEach(text -> SetExpression.setFile(
                        text, path -> read(release.state().scope().trust().check(folder.resolve(path)), path), result));
        options.literals().forEach(text -> SetExpression.setLiteral(text, result));
        return result;
    }

    private static ValueMap read(Source source, HelmVersion version) {
        try {
            return ValuesReader.read(source, version);
        } catch (DecsException broken) {
            throw new DecsException(
                    "failed to parse " + source.name() + ": " + broken.getMessage(), broken.problems(), broken);
        }
    }

    private Optional<ValuesText> value(Object entry, TemplateData data) {
        if (entry instanceof Map<?, ?> map) {
            Object resolved = release.state().scope().references().apply(map);
            return Optional.of(new ValuesText(Source.of(inlineName(), Yaml.writeV3(resolved)), false));
        }
        if (entry instanceof String path) {
            return file(path, "values").map(file -> text(file, path, rendered(file, path, data), false));
        }
        String type = entry == null ? "<nil>" : entry instanceof List ? "[]interface {}" : goType(entry);
        throw new DecsException("unexpected type of value: value=" + entry + ", type=" + type);
    }

    private String rendered(Path file, String path, TemplateData data) {
        try {
            return files.text(file, data);
        } catch (DecsException failed) {
            String text = "failed to render values files \"" + path + "\": failed to render [" + path + "], because of "
                    + failed.getMessage();
            throw new DecsException(text, failed.problems(), failed);
        }
    }

    private static String goType(Object value) {
        return value instanceof Boolean ? "bool" : value instanceof Double ? "float64" : "int";
    }

    private Optional<ValuesText> secret(Object entry, TemplateData data) {
        if (!(entry instanceof String path)) {
            throw new DecsException("secrets of release \"" + release.name()
                    + "\": an entry is no path of an encrypted file; write it into a file and encrypt that");
        }
        return file(path, "secrets").map(file -> {
            String plain = decrypt.apply(file);
            String rendered = file.getFileName().toString().endsWith(".gotmpl")
                    ? release.state()
                            .templates()
                            .render(path, plain, data, release.state().scope().withBase(file.getParent()))
                    : plain;
            return text(file, path, rendered, true);
        });
    }

    private String inlineName() {
        return release.state().file().shown() + " (values of " + release.name() + ")";
    }

    private ValuesText text(Path file, String shown, String text, boolean secret) {
        String resolved = text;
        if (text.contains("ref+") || text.contains("secretref+")) {
            Object tree = Yaml.readV3(Source.of(shown, text));
            resolved = Yaml.writeV3(release.state().scope().references().apply(tree));
        }
        return new ValuesText(Source.of(shown.isEmpty() ? file.toString() : shown, resolved), secret);
    }

    private String path(Object entry) {
        Object resolved = release.state().scope().references().apply(entry);
        return release.fields().text("valuesPathPrefix") + resolved;
    }

    /** The file that an entry means; empty when it is missing and may be. */
    private Optional<Path> file(String entry, String kind) {
        String path = path(entry);
        List<Path> found = ValuesFiles.find(folder, path, files.remote());
        if (found.size() > 1) {
            throw new DecsException("glob patterns in release values and secrets is not supported yet. please submit a "
                    + "feature request if necessary");
        }
        if (found.isEmpty()) {
            String handler = release.fields().text("missingFileHandler");
            if (handler.isEmpty() && kind.equals("values")) {
                handler = release.state().spec().text("missingFileHandler");
            }
            ValuesFiles.missing(kind, handler, path, ".", release.state().file().name())
                    .ifPresent(notices);
        }
        return found.stream().findFirst();
    }

    /** The {@code name=value} texts of entries with a value or a list of values. */
    private List<String> assignments(String field) {
        List<String> texts = new ArrayList<>();
        for (Fields entry : release.fields().structs(field)) {
            String name = escaped(entry.text("name"));
            if (!entry.text("value").isEmpty()) {
                Object value = release.state().scope().references().apply(entry.text("value"));
                texts.add(name + "=" + escaped(String.valueOf(value)));
            } else if (entry.text("file").isEmpty() && !entry.list("values").isEmpty()) {
                texts.add(name + "={" + String.join(",", items(entry.list("values"))) + "}");
            }
        }
        return texts;
    }

    private List<String> items(List<Object> values) {
        List<String> items = new ArrayList<>();
        for (Object value : values) {
            Object resolved = release.state().scope().references().apply(value);
            items.add(resolved instanceof String text ? escaped(text) : Json.write(resolved));
        }
        return items;
    }

    private List<String> fileAssignments() {
        return release.fields().structs("set").stream()
                .filter(entry ->
                        entry.text("value").isEmpty() && !entry.text("file").isEmpty())
                .map(entry -> escaped(entry.text("name")) + "=" + entry.text("file"))
                .toList();
    }

    private Optional<String> environment() {
        Map<String, String> variables = release.state().scope().environment();
        List<String> texts = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>();
        for (Fields entry : release.fields().structs("env")) {
            String value = variables.get(entry.text("value"));
            if (value == null) {
                missing.add(entry.text("value"));
            } else {
                texts.add(escaped(entry.text("name")) + "=" + escaped(value));
            }
        }
        if (!missing.isEmpty()) {
            throw new DecsException("Environment Variables not found. Please make sure they are set and try again:\n\t"
                    + String.join("\n\t", missing));
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(",", texts));
    }

    private static String escaped(String text) {
        return text.replace("{", "\\{").replace("}", "\\}").replace(",", "\\,");
    }

    private static String read(Path file, String shown) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new DecsException("open " + shown + ": no such file or directory", unreadable);
        }
    }
}
