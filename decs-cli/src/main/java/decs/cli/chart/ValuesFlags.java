package decs.cli.chart;

import decs.cli.frame.Console;
import decs.helm.chart.HelmVersion;
import decs.helm.http.Access;
import decs.helm.http.Addresses;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.helm.http.Readers;
import decs.helm.values.UserValues;
import decs.helm.values.ValuesOptions;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Helm's values options. */
public final class ValuesFlags {
    private static final Duration DOWNLOAD = Duration.ofMinutes(2);

    @Option(
            names = {"-f", "--values"},
            paramLabel = "FILE",
            split = ",",
            description = "a values file or a URL; - is standard input")
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

    public ValueMap values(HelmVersion version, Console console) {
        return new UserValues(version, file -> read(file, console)).merge(options());
    }

    ValuesOptions options() {
        return new ValuesOptions(files, setJson, set, setString, setFile, setLiteral);
    }

    static String read(String file, Console console) {
        if (Addresses.isFetched(file)) {
            return GoString.of(download(file, console));
        }
        try {
            return GoString.of(
                    file.strip().equals("-")
                            ? console.in().readAllBytes()
                            : Files.readAllBytes(console.workingFolder().resolve(file)));
        } catch (NoSuchFileException missing) {
            throw new DecsException("open " + file + ": no such file or directory", missing);
        } catch (IOException unreadable) {
            throw new DecsException("read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static byte[] download(String address, Console console) {
        try {
            Http http = new Http(DOWNLOAD, 0, console.environment(), Readers.installed());
            return http.bytes(Call.get(new URI(address), Access.anonymous(address)));
        } catch (URISyntaxException noAddress) {
            throw new DecsException("parse " + GoFormat.quote(address) + ": " + noAddress.getReason(), noAddress);
        }
    }
}
