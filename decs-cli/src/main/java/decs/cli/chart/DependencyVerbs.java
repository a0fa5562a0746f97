package decs.cli.chart;

import decs.cli.frame.Console;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.helm.dependency.Dependencies;
import decs.helm.dependency.DependencyTools;
import decs.template.language.Limits;
import java.util.List;

/** What the verbs on dependencies have in common. */
record DependencyVerbs(HelmOptions helm, ServerOptions server, ProofOptions proofs, Console console) {
    static DependencyVerbs of(HelmOptions helm, ServerOptions server, ProofOptions proofs, Console console) {
        return new DependencyVerbs(helm, server, proofs, console);
    }

    Dependencies dependencies(boolean skipRefresh) {
        HelmVersion version = helm.common.helm();
        return new Dependencies(new DependencyTools(
                ChartOptions.sources("", server, helm, console),
                new ChartLoader(version, Limits.defaults()),
                version,
                console.host().clock(),
                PackageCommand.time(console.environment()),
                skipRefresh,
                this::refresh,
                proofs.on(console),
                line -> console.out().println(line),
                (reference, digest) -> tell(reference, digest)));
    }

    private void tell(String reference, String digest) {
        var out = helm.common.helm() == HelmVersion.V3 ? console.err() : console.out();
        out.println("Pulled: " + reference.substring("oci://".length()));
        out.println("Digest: " + digest);
    }

    private void refresh() {
        var repositories = new RepoTimeout().repositories(helm, console);
        if (repositories.list().isEmpty()) {
            return;
        }
        console.out().println("Hang tight while we grab the latest from your chart repositories...");
        repositories.update(List.of(), update -> RepoUpdateCommand.tell(update, console));
        console.out().println("Update Complete. ⎈Happy Helming!⎈");
    }
}
