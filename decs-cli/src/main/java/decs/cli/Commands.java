package decs.cli;

import decs.cli.chart.ChartVerbs;
import decs.cli.chart.HelmCommand;
import decs.cli.frame.CommandTree;
import decs.cli.helmfile.HelmfileVerbs;
import decs.cli.release.ReleaseVerbs;

/** Which commands there are; each is made only when it is asked for. */
final class Commands {
    private Commands() {}

    static CommandTree tree() {
        return HelmfileVerbs.add(new CommandTree(RootCommand::new))
                .command("version", VersionCommand::new)
                .command("completion", CompletionCommand::new)
                .group("helm", ReleaseVerbs.add(ChartVerbs.add(new CommandTree(HelmCommand::new))));
    }
}
