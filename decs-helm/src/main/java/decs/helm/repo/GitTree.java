package decs.helm.repo;

import decs.helm.archive.Digests;
import decs.helm.archive.FileWords;
import decs.helm.http.Addresses;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A folder or file of a git repository, fetched by the {@code git} program, which knows the user's keys and credentials:
 * {@code git::https://host/path@folder?ref=tag}, or with {@code //folder}. A tree that was fetched is kept for its address
 * and ref and not fetched again; {@code cache=false} asks for a fresh one. Links in a tree are never followed.
 */
final class GitTree {
    private static final String GETTER = "git::";
    private static final String SCHEMES = "https?|ssh|git|file";

    private final Path cache;
    private final Duration timeout;
    private final Map<String, String> environment;
    private final Set<String> renewed = new HashSet<>();

    GitTree(Path cache, Duration timeout, Map<String, String> environment) {
        this.cache = cache;
        this.timeout = timeout;
        this.environment = environment;
    }

    static boolean isOne(String reference) {
        return reference.startsWith(GETTER);
    }

    /** What is where: the repository, the path inside, the ref. */
    record Place(String repository, String path, String ref, boolean fresh) {
        /** Names the whole tree in decs.lock. */
        String source() {
            return GETTER + Addresses.clean(repository) + "?ref=" + ref;
        }

        static Place parse(String reference) {
            String rest = reference.substring(GETTER.length());
            int question = rest.indexOf('?');
            String query = question < 0 ? "" : rest.substring(question + 1);
            String address = question < 0 ? rest : rest.substring(0, question);
            int scheme = address.indexOf("://");
            if (scheme < 0 || !address.substring(0, scheme).matches(SCHEMES)) {
                throw wrong(reference, "the address has none of the schemes https, ssh, git and file");
            }
            int slash = address.indexOf('/', scheme + 3);
            int inside = slash < 0 ? -1 : address.indexOf("//", slash);
            int at = slash < 0 ? -1 : address.lastIndexOf('@');
            int cut = at > slash && slash >= 0 ? at : inside;
            String path = cut < 0 ? "" : address.substring(cut + (cut == at ? 1 : 2));
            String repository = cut < 0 ? address : address.substring(0, cut);
            return new Place(repository, clean(path, reference), ref(query, reference), query.contains("cache=false"));
        }

        private static String clean(String path, String reference) {
            Path normal = Path.of("/").resolve(path.replaceFirst("^/+", "")).normalize();
            if (path.contains("..") && !normal.equals(Path.of("/" + path.replaceFirst("^/+", "")))) {
                throw wrong(reference, "the path inside the repository leaves it");
            }
            return Path.of("/").relativize(normal).toString();
        }

        private static String ref(String query, String reference) {
            for (String pair : query.split("&")) {
                if (pair.startsWith("ref=")) {
                    String ref = pair.substring(4);
                    if (!ref.matches("[A-Za-z0-9_][A-Za-z0-9._/+-]*")) {
                        throw wrong(reference, "the ref \"" + ref + "\" is none that git would take");
                    }
                    return ref;
                }
            }
            return "HEAD";
        }

        private static DecsException wrong(String reference, String why) {
            String text = "invalid git address " + Addresses.clean(reference);
            return new DecsException(
                    text,
                    List.of(Problem.of(text + ": " + why).withHint("write git::https://host/path@folder?ref=tag")),
                    null);
        }
    }

    /** The fetched folder or file on this machine. */
    Path fetch(String reference, boolean fresh) {
        Place place = Place.parse(reference);
        return inside(place, tree(place, fresh));
    }

    /**
     * The whole tree that a place is in, on this machine.
     *
     * @param fresh whether it has to have been fetched since this object is there
     */
    synchronized Path tree(Place place, boolean fresh) {
        String key = Digests.sha256((place.repository() + " " + place.ref()).getBytes(StandardCharsets.UTF_8));
        Path tree = cache.resolve("git").resolve(key);
        boolean renew = fresh && renewed.add(key);
        if (renew || place.fresh() || !Files.isDirectory(tree)) {
            bring(place, tree);
        }
        return tree;
    }

    /** The place in its tree. */
    static Path inside(Place place, Path tree) {
        Path path = tree.resolve(place.path());
        if (!Files.exists(path)) {
            String text = Addresses.clean(place.repository()) + " has no " + place.path() + " at " + place.ref();
            throw new DecsException(text, List.of(Problem.of(text).withHint("is the path right, and the ref?")), null);
        }
        return path;
    }

    private void bring(Place place, Path tree) {
        try {
            Files.createDirectories(tree.getParent());
            Path draft = Files.createTempDirectory(tree.getParent(), ".fetch");
            try {
                git(place, draft, List.of("init", "--quiet"));
                git(
                        place,
                        draft,
                        List.of(
                                "fetch",
                                "--quiet",
                                "--depth",
                                "1",
                                "--no-tags",
                                "--",
                                place.repository(),
                                place.ref()));
                git(place, draft, List.of("checkout", "--quiet", "--detach", "FETCH_HEAD"));
                FileTree.remove(draft.resolve(".git"));
                FileTree.remove(tree);
                Files.move(draft, tree, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FileTree.remove(draft);
            }
        } catch (IOException failed) {
            throw new DecsException(
                    "cannot keep " + Addresses.clean(place.repository()) + " in " + cache + ": " + FileWords.of(failed),
                    failed);
        }
    }

    private void git(Place place, Path folder, List<String> words) {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "core.symlinks=false", "-c", "core.hooksPath=/dev/null"));
        command.addAll(words);
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(devNull()))
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_ALLOW_PROTOCOL", "http:https:ssh:git:file");
        try {
            Process process = builder.start();
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw failed(place, "git did not end after " + timeout.toSeconds() + " s", null);
            }
            if (process.exitValue() != 0) {
                String said = Files.readString(log).strip().replace('\n', ' ');
                throw failed(place, said.isEmpty() ? "git ended with " + process.exitValue() : said, null);
            }
        } catch (IOException missing) {
            throw failed(place, "the git program cannot be run: " + missing.getMessage(), missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(place, "interrupted", stopped);
        } finally {
            log.toFile().delete();
        }
    }

    private static java.io.File devNull() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static DecsException failed(Place place, String why, Throwable cause) {
        String text = "cannot fetch " + Addresses.clean(place.repository()) + " at " + place.ref() + ": "
                + Addresses.clean(why);
        return new DecsException(
                text,
                List.of(Problem.of(text)
                        .withHint("does \"git fetch\" work with this address and ref on this machine?")),
                cause);
    }
}
