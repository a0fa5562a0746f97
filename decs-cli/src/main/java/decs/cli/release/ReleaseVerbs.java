package decs.cli.release;

import decs.cli.chart.HelmGroup;
import decs.cli.frame.CommandTree;
import java.util.Set;

/** Helm's verbs on releases. */
public final class ReleaseVerbs {
    /** Verbs whose errors are Helm's to the letter where no one looks on. */
    public static final Set<String> NAMES = Set.of(
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

    private ReleaseVerbs() {}

    /** Adds the verbs to {@code helm}. */
    public static CommandTree add(CommandTree helm) {
        return helm.command("install", HelmInstallCommand::new)
                .command("upgrade", HelmUpgradeCommand::new)
                .command("rollback", HelmRollbackCommand::new)
                .command("uninstall", HelmUninstallCommand::new, "del", "delete", "un")
                .command("test", HelmTestCommand::new)
                .command("status", HelmStatusCommand::new)
                .command("history", HelmHistoryCommand::new, "hist")
                .command("list", HelmListCommand::new, "ls")
                .command("drift", HelmDriftCommand::new)
                .group("get", get())
                .group("diff", diff());
    }

    private static CommandTree diff() {
        return new CommandTree(
                        () -> HelmGroup.called("diff", "Compare releases: upgrade, revision, rollback, release, local"))
                .command("upgrade", HelmDiffUpgradeCommand::new)
                .command("revision", HelmDiffRecordsCommand.Revisions::new)
                .command("rollback", HelmDiffRecordsCommand.Rollback::new)
                .command("release", HelmDiffRecordsCommand.Releases::new)
                .command("local", HelmDiffLocalCommand::new);
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
