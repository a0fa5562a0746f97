package decs.cli;

/** Helm's verbs on charts and their servers. */
final class ChartVerbs {
    private ChartVerbs() {}

    static CommandTree add(CommandTree helm) {
        return helm.group("repo", repo()).group("search", search());
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
                .command("repo", SearchRepoCommand::new);
    }
}
