package decs.cli;

import java.util.Set;

/** Which commands there are; each is made only when it is asked for. */
final class Commands {
    /** Verbs whose errors are Helm's to the letter where no one looks on. */
    static final Set<String> RELEASE_VERBS = Set.of(
            "install",
            "upgrade",
            "rollback",
            "uninstall",
            "test",
            "status",
            "history",
            "hist",
            "list",
            "ls",
            "get",
            "del",
            "delete",
            "un");

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
                .command("test", TestCommand::new)
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
                .command("version", VersionCommand::new)
                .command("completion", CompletionCommand::new)
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
                .command("test", HelmTestCommand::new)
                .command("status", HelmStatusCommand::new)
                .command("history", HelmHistoryCommand::new, "hist")
                .command("list", HelmListCommand::new, "ls")
                .group("get", get());
        tree.group(
                "diff",
                new CommandTree(() ->
                                HelmGroup.called("diff", "Compare releases: upgrade, revision, rollback, release"))
                        .command("upgrade", HelmDiffUpgradeCommand::new)
                        .command("revision", HelmDiffRecordsCommand.Revisions::new)
                        .command("rollback", HelmDiffRecordsCommand.Rollback::new)
                        .command("release", HelmDiffRecordsCommand.Releases::new));
        return ChartVerbs.add(tree);
    }

    private static CommandTree get() {
        return new CommandTree(HelmGetCommand::new)
                .command("all", HelmGetPartCommand.All::new)
                .command("values", HelmGetPartCommand.Values::new)
                .command("manifest", HelmGetPartCommand.ManifestPart::new)
                .command("hooks", HelmGetPartCommand.Hooks::new)
                .command("notes", HelmGetPartCommand.Notes::new)
                .command("metadata", HelmGetPartCommand.Metadata::new);
    }
}
