package decs.cli;

import decs.core.request.Settings;
import decs.helm.action.RestartRollout;
import decs.helm.kube.fabric8.Fabric8Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code decs rollout restart}. */
@picocli.CommandLine.Command(name = "restart", description = "Replace the pods of workloads: deployment/web ...")
final class RolloutRestartCommand implements Command {
    @Mixin
    GlobalOptions globals;

    @Parameters(paramLabel = "KIND/NAME", arity = "1..*")
    List<String> targets = new ArrayList<>();

    @Override
    public int run(Console console) {
        Settings settings = new Opening(globals, console).settings();
        try (Fabric8Cluster cluster = Fabric8Cluster.open(
                settings.access(),
                console.environment(),
                Optional.of(settings.fetching().cache().resolve("discovery")),
                console.err()::println)) {
            String namespace = globals.namespace.isEmpty()
                    ? Fabric8Cluster.defaultNamespace(settings.access(), console.environment())
                    : globals.namespace;
            RestartRollout restart = new RestartRollout(cluster, console.host().clock());
            for (String target : targets) {
                console.out()
                        .println(restart.run(new RestartRollout.Request(namespace, target))
                                .line());
            }
        }
        return ExitCode.OK;
    }
}
