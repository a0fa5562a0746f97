package decs.cli;

import java.util.List;

/** Which commands there are; each is made only when it is asked for. */
final class Commands {
    private Commands() {}

    static CommandTree tree() {
        return new CommandTree(RootCommand::new)
                .command("list", ListCommand::new)
                .command("build", BuildCommand::new)
                .command("show-dag", ShowDagCommand::new)
                .command("print-env", PrintEnvCommand::new)
                .command("template", TemplateCommand::new)
                .command("write-values", WriteValuesCommand::new)
                .command("lint", LintCommand::new)
                .command("diff", DiffCommand::new)
                .command("status", StatusCommand::new)
                .command("apply", ApplyCommand::new)
                .command("sync", SyncCommand::new)
                .command("destroy", DestroyCommand::new)
                .command("repos", ReposCommand::new)
                .command("create", CreateCommand::new)
                .command("init", InitCommand::new)
                .group(
                        "cache",
                        new CommandTree(CacheCommand::new)
                                .command("info", CacheInfoCommand::new)
                                .command("cleanup", CacheCleanupCommand::new))
                .command("version", VersionCommand::new)
                .group("rollout", new CommandTree(RolloutCommand::new).command("restart", RolloutRestartCommand::new))
                .group("helm", helm());
    }

    private static CommandTree helm() {
        CommandTree tree = new CommandTree(HelmCommand::new)
                .command("template", HelmTemplateCommand::new)
                .command("show", HelmShowCommand::new)
                .command("lint", HelmLintCommand::new)
                .command("install", HelmInstallCommand::new)
                .command("upgrade", HelmUpgradeCommand::new)
                .command("rollback", HelmRollbackCommand::new)
                .command("uninstall", HelmUninstallCommand::new, "del", "delete", "un")
                .command("status", () -> new HelmReadCommand("status"))
                .command("history", () -> new HelmReadCommand("history"), "hist")
                .command("list", HelmListCommand::new, "ls")
                .group("get", get());
        return ChartVerbs.add(tree);
    }

    private static CommandTree get() {
        CommandTree tree = new CommandTree(HelmGetCommand::new);
        for (String what : List.of("all", "values", "manifest", "hooks", "notes", "metadata")) {
            tree.command(what, () -> new HelmReadCommand("get " + what));
        }
        return tree;
    }
}
