package decs.helm.repo;

import decs.helm.archive.WholeFile;
import decs.helm.http.Http;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Suggestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code helm repo}: the repositories known by name, in Helm's own files. */
public final class Repositories {
    private final HelmHome home;
    private final IndexFetch fetch;

    /** @param warnings takes what was left out of an index, one line each */
    public Repositories(HelmHome home, Http http, Consumer<String> warnings) {
        this.home = home;
        this.fetch = new IndexFetch(http, warnings);
    }

    public List<Repository> list() {
        return RepositoryFile.read(home.repositoryConfig()).repositories();
    }

    /**
     * Adds a repository once its index was read.
     *
     * @param replace whether one of the same name with other settings is replaced
     * @return false when it was there before, all the same
     */
    public boolean add(Repository repository, boolean replace) {
        boolean[] added = new boolean[1];
        FileLock.alone(home.repositoryConfig(), () -> added[0] = addAlone(repository, replace));
        return added[0];
    }

    private boolean addAlone(Repository repository, boolean replace) {
        String name = repository.name();
        if (name.indexOf('/') >= 0) {
            throw new DecsException(
                    "repository name (" + name + ") contains '/', please specify a different name without '/'");
        }
        if (name.isEmpty() || name.startsWith(".") || name.indexOf('\\') >= 0) {
            throw new DecsException("repository name (" + name + ") cannot be the name of a file");
        }
        RepositoryFile file = RepositoryFile.read(home.repositoryConfig());
        Optional<Repository> there = file.named(name);
        if (there.isPresent() && !replace) {
            if (there.get().equals(repository)) {
                return false;
            }
            throw new DecsException("repository name (" + name + ") already exists, please specify a different name");
        }
        try {
            update(repository);
        } catch (DecsException failed) {
            throw new DecsException(
                    "looks like \"" + repository.url() + "\" is not a valid chart repository or cannot be reached: "
                            + failed.getMessage(),
                    failed.problems(),
                    failed);
        }
        file.with(repository).write(home.repositoryConfig());
        return true;
    }

    /** How the update of one repository ended. */
    public record Update(Repository repository, Optional<DecsException> failure) {}

    /**
     * Brings the indexes of the repositories called {@code names}, or of all, up to date; one that fails does not keep
     * the others.
     */
    public List<Update> update(List<String> names, Consumer<Update> sink) {
        List<Repository> all = list();
        if (all.isEmpty()) {
            throw new DecsException("no repositories found. You must add one before updating");
        }
        List<String> known = all.stream().map(Repository::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw near("no repositories found matching '" + name + "'.  Nothing will be updated", name, known);
            }
        }
        List<Update> updates = new ArrayList<>();
        for (Repository repository : all) {
            if (names.isEmpty() || names.contains(repository.name())) {
                Update update = tried(repository);
                updates.add(update);
                sink.accept(update);
            }
        }
        return updates;
    }

    private Update tried(Repository repository) {
        try {
            update(repository);
            return new Update(repository, Optional.empty());
        } catch (DecsException failed) {
            return new Update(repository, Optional.of(failed));
        }
    }

    private void update(Repository repository) {
        RepositoryIndex index = fetch.bring(repository, home.index(repository.name()));
        String names = String.join("\n", index.charts()) + "\n";
        WholeFile.at(home.charts(repository.name())).write(names.getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets a repository and what is kept of it. */
    public void remove(String name) {
        FileLock.alone(home.repositoryConfig(), () -> {
            RepositoryFile file = RepositoryFile.read(home.repositoryConfig());
            if (file.repositories().isEmpty()) {
                throw new DecsException("no repositories configured");
            }
            if (file.named(name).isEmpty()) {
                List<String> known =
                        file.repositories().stream().map(Repository::name).toList();
                throw near("no repo named \"" + name + "\" found", name, known);
            }
            file.without(name).write(home.repositoryConfig());
        });
        for (Path kept : List.of(
                home.index(name), home.index(name).resolveSibling(name + "-index.yaml.etag"), home.charts(name))) {
            try {
                Files.deleteIfExists(kept);
            } catch (IOException failed) {
                throw new DecsException("can't remove index file " + kept + ": " + failed.getMessage(), failed);
            }
        }
    }

    /** The kept index of a repository; {@code helm repo update} brings it up to date. */
    public RepositoryIndex index(Repository repository) {
        Path file = home.index(repository.name());
        if (!Files.exists(file)) {
            throw new DecsException(
                    "no cached repo found. (try 'helm repo update'): open " + file + ": no such file or directory");
        }
        return fetch.open(repository, file);
    }

    private static DecsException near(String text, String name, List<String> known) {
        String hint = Suggestion.nearest(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("known repositories: " + String.join(", ", known));
        return new DecsException(text, List.of(Problem.of(text).withHint(hint)), null);
    }
}
