package decs.cli.chart;

import decs.cli.frame.CommandTree;

/** Helm's verbs on charts and their servers. */
public final class ChartVerbs {
    private ChartVerbs() {}

    /** Adds the verbs to {@code helm}. */
    public static CommandTree add(CommandTree helm) {
        return helm.command("template", HelmTemplateCommand::new)
                .command("show", HelmShowCommand::new)
                .command("lint", HelmLintCommand::new)
                .command("unittest", HelmUnittestCommand::new)
                .group("repo", repo())
                .group("search", search())
                .group("registry", registry())
                .group("dependency", dependency(), "dep", "dependencies")
                .command("create", CreateCommand::new)
                .command("package", PackageCommand::new)
                .command("pull", PullCommand::new, "fetch")
                .command("push", PushCommand::new)
                .command("verify", VerifyCommand::new);
    }

    private static CommandTree registry() {
        return new CommandTree(() -> HelmGroup.called("registry", "Log in to registries and out of them"))
                .command("login", () -> new RegistryCommand(true))
                .command("logout", () -> new RegistryCommand(false));
    }

    private static CommandTree dependency() {
        return new CommandTree(() -> HelmGroup.called("dependency", "A chart's dependencies: update, build, list"))
                .command("update", () -> new DependencyUpdateCommand(false), "up")
                .command("build", () -> new DependencyUpdateCommand(true))
                .command("list", DependencyListCommand::new, "ls");
    }

    private static CommandTree repo() {
        return new CommandTree(() -> HelmGroup.called("repo", "Repositories by name: add, list, remove, update, index"))
                .command("add", RepoAddCommand::new)
                .command("list", RepoListCommand::new, "ls")
                .command("update", RepoUpdateCommand::new, "up")
                .command("remove", RepoRemoveCommand::new, "rm")
                .command("index", RepoIndexCommand::new);
    }

    private static CommandTree search() {
        return new CommandTree(() -> HelmGroup.called("search", "Look for charts"))
                .command("repo", SearchRepoCommand::new)
                .command("hub", SearchHubCommand::new);
    }
}
