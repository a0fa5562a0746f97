package decs.cli;

import decs.helm.chart.HelmVersion;
import decs.helm.values.UserValues;
import decs.helm.values.ValuesOptions;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Helm's values options. */
final class ValuesFlags {
    @Option(
            names = {"-f", "--values"},
            paramLabel = "FILE",
            split = ",",
            description = "a values file; - is standard input")
    List<String> files = new ArrayList<>();

    @Option(names = "--set", paramLabel = "K=V,...", description = "values, typed")
    List<String> set = new ArrayList<>();

    @Option(names = "--set-string", paramLabel = "K=V,...", description = "values as text")
    List<String> setString = new ArrayList<>();

    @Option(names = "--set-file", paramLabel = "K=FILE,...", description = "values read from files")
    List<String> setFile = new ArrayList<>();

    @Option(names = "--set-json", paramLabel = "K=JSON", description = "values as JSON")
    List<String> setJson = new ArrayList<>();

    @Option(names = "--set-literal", paramLabel = "K=V", description = "one value, taken as it stands")
    List<String> setLiteral = new ArrayList<>();

    ValueMap values(HelmVersion version, Console console) {
        return new UserValues(version, file -> read(file, console)).merge(options());
    }

    ValuesOptions options() {
        return new ValuesOptions(files, setJson, set, setString, setFile, setLiteral);
    }

    static String read(String file, Console console) {
        try {
            return file.equals("-")
                    ? new String(console.in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(console.workingFolder().resolve(file));
        } catch (IOException missing) {
            throw new DecsException("open " + file + ": no such file or directory", missing);
        }
    }
}
