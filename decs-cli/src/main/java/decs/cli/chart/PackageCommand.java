package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.archive.ChartLoader;
import decs.helm.packaging.PackageChart;
import decs.helm.sign.Keyring;
import decs.helm.sign.SigningKey;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm package}. */
@Command(name = "package", description = "Pack charts")
final class PackageCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ServerOptions server;

    @Parameters(paramLabel = "CHART", arity = "0..*")
    List<String> folders = new ArrayList<>();

    @Option(names = "--version", paramLabel = "VERSION", description = "in place of the chart's version")
    String version = "";

    @Option(names = "--app-version", paramLabel = "VERSION", description = "in place of the chart's appVersion")
    String appVersion = "";

    @Option(
            names = {"-d", "--destination"},
            paramLabel = "DIR",
            description = "where the archives go (.)")
    String destination = ".";

    @Option(
            names = {"-u", "--dependency-update"},
            arity = "0..1",
            fallbackValue = "true",
            description = "update the dependencies first")
    boolean update;

    @Option(names = "--sign", arity = "0..1", fallbackValue = "true", description = "write a signed .prov, too")
    boolean sign;

    @Option(names = "--key", paramLabel = "USER", description = "whose key signs")
    String key = "";

    @Option(names = "--keyring", paramLabel = "FILE", description = "the keys (GnuPG's pubring)")
    String keyring = "";

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "the key's passphrase; - is standard input")
    String passphraseFile = "";

    @Override
    public int run(Console console) {
        if (folders.isEmpty()) {
            throw new DecsException("need at least one argument, the path to the chart");
        }
        Optional<SigningKey> signingKey = sign ? Optional.of(key(console)) : Optional.empty();
        ChartLoader loader = new ChartLoader(helm.common.helm(), Limits.defaults());
        PackageChart packer =
                new PackageChart(loader, helm.common.helm(), console.host().clock());
        for (String folder : folders) {
            Path chart = Places.of(folder, console);
            if (update) {
                DependencyVerbs.of(helm, server, new ProofOptions(), console)
                        .dependencies(false)
                        .update(chart);
            }
            Path path = packer.run(new PackageChart.Order(
                    chart,
                    version,
                    appVersion,
                    console.workingFolder().resolve(destination),
                    signingKey,
                    time(console.environment())));
            Path shown = Path.of(destination).isAbsolute()
                    ? path
                    : Path.of(destination).resolve(path.getFileName()).normalize();
            console.out().println("Successfully packaged chart and saved it to: " + shownAs(shown, path, console));
        }
        return ExitCode.OK;
    }

    /** Helm prints the archive's whole path when it goes into the working folder. */
    private String shownAs(Path shown, Path path, Console console) {
        return destination.equals(".")
                ? console.workingFolder().resolve(path.getFileName()).toString()
                : shown.toString();
    }

    private SigningKey key(Console console) {
        if (key.isEmpty()) {
            throw new DecsException("--key is required for signing a package");
        }
        Path file = keyring.isEmpty()
                ? Keyring.usual(console.environment())
                : console.workingFolder().resolve(keyring);
        return Keyring.load(file).signingKey(key, () -> passphrase(console));
    }

    private String passphrase(Console console) {
        if (passphraseFile.isEmpty()) {
            return console.secret("Password for key \"" + key + "\" >  ").orElse("");
        }
        if (passphraseFile.equals("-")) {
            return RepoAddCommand.line(console);
        }
        try {
            List<String> lines = Files.readAllLines(console.workingFolder().resolve(passphraseFile));
            return lines.isEmpty() ? "" : lines.get(0);
        } catch (IOException unreadable) {
            throw new DecsException("open " + passphraseFile + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** {@code SOURCE_DATE_EPOCH}: the time of every member of an archive. */
    static Optional<Instant> time(Map<String, String> environment) {
        String text = environment.getOrDefault("SOURCE_DATE_EPOCH", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text.strip())));
        } catch (NumberFormatException bad) {
            throw new UsageException("SOURCE_DATE_EPOCH: \"" + text + "\" is no number of seconds");
        }
    }
}
