package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.helm.packaging.PullChart;
import decs.helm.repo.FetchedArchive;
import decs.helm.repo.Proof;
import decs.template.language.Limits;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm pull}. */
@Command(name = "pull", description = "Fetch packed charts")
final class PullCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ChartOptions charts;

    @Parameters(paramLabel = "CHART", arity = "0..*")
    List<String> references = new ArrayList<>();

    @Option(
            names = {"-d", "--destination"},
            paramLabel = "DIR",
            description = "where the archive goes (.)")
    String destination = ".";

    @Option(names = "--untar", arity = "0..1", fallbackValue = "true", description = "unpack the chart")
    boolean unpack;

    @Option(names = "--untardir", paramLabel = "DIR", description = "where it is unpacked (.)")
    String unpackInto = ".";

    @Option(names = "--prov", arity = "0..1", fallbackValue = "true", description = "fetch the .prov, too")
    boolean provenance;

    @Override
    public int run(Console console) {
        Words.atLeast(1, references, "pull", "[chart URL | repo/chartname] [...]");
        HelmVersion version = helm.common.helm();
        ChartLoader loader = new ChartLoader(version, Limits.defaults());
        PullChart pull = new PullChart(
                charts.sources(helm, console), loader, console.host().clock());
        Path folder = console.workingFolder().resolve(destination).normalize();
        Proof proof = charts.proofs.verify ? Proof.NEEDED : provenance ? Proof.WANTED : Proof.NONE;
        for (String reference : references) {
            PullChart.Pulled pulled = pull.run(new PullChart.Order(
                    charts.request(reference, console),
                    folder,
                    unpack ? Optional.of(folder.resolve(unpackInto).normalize()) : Optional.empty(),
                    proof,
                    charts.proofs.keyring(console)));
            PrintStream registry = version == HelmVersion.V3 ? console.err() : console.out();
            tell(pulled.archive(), registry);
            if (proof == Proof.WANTED && pulled.archive().provenance().isEmpty()) {
                console.out()
                        .println("WARNING: Verification not found for " + reference + ": failed to fetch "
                                + pulled.archive().origin() + ".prov");
            }
            pulled.verification().ifPresent(found -> console.out().print(found.text()));
        }
        return ExitCode.OK;
    }

    /** Helm fetches chart and provenance one after the other, and tells of both. */
    private static void tell(FetchedArchive archive, PrintStream out) {
        archive.manifestDigest().ifPresent(digest -> {
            String text = "Pulled: " + archive.origin().substring("oci://".length()) + "\nDigest: " + digest;
            out.println(archive.provenance().isPresent() ? text + "\n" + text : text);
        });
    }
}
