package decs.cli.helmfile;

import decs.cli.frame.CommandTree;

/** helmfile's verbs. */
public final class HelmfileVerbs {
    private HelmfileVerbs() {}

    /** Adds the verbs to {@code root}. */
    public static CommandTree add(CommandTree root) {
        return root.command("list", ListCommand::new)
                .command("build", BuildCommand::new)
                .command("show-dag", ShowDagCommand::new)
                .command("print-env", PrintEnvCommand::new)
                .command("template", TemplateCommand::new)
                .command("write-values", WriteValuesCommand::new)
                .command("lint", LintCommand::new)
                .command("diff", DiffCommand::new)
                .command("drift", DriftCommand::new)
                .command("status", StatusCommand::new)
                .command("apply", ApplyCommand::new)
                .command("sync", SyncCommand::new)
                .command("destroy", DestroyCommand::new)
                .command("charts", SyncCommand.Charts::new)
                .command("delete", DestroyCommand.Delete::new)
                .command("test", TestCommand::new)
                .command("unittest", UnittestCommand::new)
                .command("deps", DepsCommand::new)
                .command("fetch", FetchCommand::new, "pull")
                .command("repos", ReposCommand::new)
                .command("create", SpecCreateCommand::new)
                .command("init", InitCommand::new)
                .group(
                        "cache",
                        new CommandTree(CacheCommand::new)
                                .command("info", CacheInfoCommand::new)
                                .command("cleanup", CacheCleanupCommand::new))
                .command("vendor", VendorCommand::new)
                .group("rollout", new CommandTree(RolloutCommand::new).command("restart", RolloutRestartCommand::new));
    }
}
