package decs.helm.repo;

import decs.helm.archive.WholeFile;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Helm's repositories.yaml: which repositories are known by name. */
public record RepositoryFile(List<Repository> repositories) {
    public RepositoryFile {
        repositories = List.copyOf(repositories);
    }

    /** The file at {@code path}; empty when there is none. */
    public static RepositoryFile read(Path path) {
        String text;
        try {
            if (!Files.exists(path)) {
                return new RepositoryFile(List.of());
            }
            text = Files.readString(path);
        } catch (IOException unreadable) {
            throw new DecsException(
                    "couldn't load repositories file (" + path + "): " + unreadable.getMessage(), unreadable);
        }
        List<Repository> repositories = new ArrayList<>();
        Object tree = Yaml.read(Source.of(path.toString(), text));
        if (tree instanceof Map<?, ?> map && map.get("repositories") instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> fields) {
                    repositories.add(repository(fields));
                }
            }
        }
        return new RepositoryFile(repositories);
    }

    private static Repository repository(Map<?, ?> fields) {
        return new Repository(
                text(fields, "name"),
                text(fields, "url"),
                text(fields, "username"),
                text(fields, "password"),
                text(fields, "certFile"),
                text(fields, "keyFile"),
                text(fields, "caFile"),
                Boolean.TRUE.equals(fields.get("insecure_skip_tls_verify")),
                Boolean.TRUE.equals(fields.get("pass_credentials_all")),
                false,
                false);
    }

    private static String text(Map<?, ?> fields, String key) {
        return fields.get(key) == null ? "" : String.valueOf(fields.get(key));
    }

    /** The repository called {@code name}. */
    public Optional<Repository> named(String name) {
        return repositories.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** The same with {@code repository}, in the place of the one of the same name. */
    public RepositoryFile with(Repository repository) {
        List<Repository> all = new ArrayList<>(repositories);
        int at = 0;
        while (at < all.size() && !all.get(at).name().equals(repository.name())) {
            at++;
        }
        if (at < all.size()) {
            all.set(at, repository);
        } else {
            all.add(repository);
        }
        return new RepositoryFile(all);
    }

    public RepositoryFile without(String name) {
        return new RepositoryFile(
                repositories.stream().filter(r -> !r.name().equals(name)).toList());
    }

    /** Writes the file as Helm does: every key, readable by its owner only. */
    public void write(Path path) {
        List<Object> entries = new ArrayList<>();
        for (Repository r : repositories) {
            ValueMap entry = new ValueMap();
            entry.put("name", r.name());
            entry.put("url", r.url());
            entry.put("username", r.username());
            entry.put("password", r.password());
            entry.put("certFile", r.certFile());
            entry.put("keyFile", r.keyFile());
            entry.put("caFile", r.caFile());
            entry.put("insecure_skip_tls_verify", r.insecureSkipTlsVerify());
            entry.put("pass_credentials_all", r.passCredentials());
            entries.add(entry);
        }
        ValueMap tree = new ValueMap();
        tree.put("apiVersion", "");
        tree.put("generated", "0001-01-01T00:00:00Z");
        tree.put("repositories", entries);
        WholeFile.secret(path).write(Yaml.write(tree).getBytes(StandardCharsets.UTF_8));
    }
}
