package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.action.RestartRollout;
import decs.helm.kube.Cluster;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code decs rollout restart}. */
@Command(name = "restart", description = "Replace the pods of workloads: deployment/web ...")
final class RolloutRestartCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Parameters(paramLabel = "KIND/NAME", arity = "1..*")
    List<String> targets = new ArrayList<>();

    @Override
    public int run(Console console) {
        try (Cluster cluster = globals.cluster.open(console, console.err()::println)) {
            String namespace =
                    globals.namespace.isEmpty() ? globals.cluster.defaultNamespace(console) : globals.namespace;
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
