package decs.core.functions;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a repository may do outside of itself: everything, or not what is refused for repositories that one does not
 * trust.
 *
 * @param calls what becomes of calls that reach outside
 * @param refused what the repository may not do
 * @param root the folder that {@link Power#FILES} keeps reading inside of, once known
 */
public record Trust(Calls calls, Set<Power> refused, Optional<Path> root) {
    /** What calls of {@code exec}, {@code readFile} and their like do. */
    public enum Calls {
        /** Their work, as far as nothing of it is refused. */
        WORK,
        /** An error, always ({@code HELMFILE_DISABLE_INSECURE_FEATURES}). */
        FAIL,
        /** Nothing: an empty text or list, as in helmfile 0.x's first pass. */
        EMPTY
    }

    /** What can be refused. */
    public enum Power {
        /** Running programs: {@code exec}, hooks, post-renderers, {@code ref+exec}. */
        EXEC,
        /** Reading files outside the repository. */
        FILES,
        /** Asking servers for values: {@code ref+vault}, {@code ref+httpjson}, remote files. */
        REMOTE,
        /** Reading environment variables. */
        ENV;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everything is allowed. */
    public static final Trust FULL = new Trust(Calls.WORK, Set.of(), Optional.empty());

    /** Every call that reaches outside fails. */
    public static final Trust REFUSED = new Trust(Calls.FAIL, Set.of(Power.EXEC), Optional.empty());

    public Trust {
        Objects.requireNonNull(calls, "calls");
        refused = Set.copyOf(refused);
        Objects.requireNonNull(root, "root");
    }

    /**
     * Refuses what {@code words} lists: {@code exec,files,remote,env}, or {@code all}.
     *
     * @throws DecsException when a word is none of these
     */
    public static Trust without(String words) {
        Set<Power> refused = EnumSet.noneOf(Power.class);
        for (String word : words.split(",")) {
            if (word.equals("all")) {
                return new Trust(Calls.WORK, EnumSet.allOf(Power.class), Optional.empty());
            }
            refused.add(Arrays.stream(Power.values())
                    .filter(power -> power.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new DecsException("--untrusted: \"" + word + "\" is none of all, "
                            + Arrays.stream(Power.values()).map(Power::word).collect(Collectors.joining(", ")))));
        }
        return new Trust(Calls.WORK, refused, Optional.empty());
    }

    public boolean allows(Power power) {
        return !refused.contains(power);
    }

    /** The same with calls that give nothing. */
    public Trust empty() {
        return new Trust(Calls.EMPTY, refused, root);
    }

    /** The same for the repository that {@code folder} is in: its git work tree, or just the folder. */
    public Trust around(Path folder) {
        Path real = real(folder);
        for (Path at = real; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return new Trust(calls, refused, Optional.of(at));
            }
        }
        return new Trust(calls, refused, Optional.of(real));
    }

    /** The environment variables that may be seen. */
    public <T> Map<String, T> visible(Map<String, T> variables) {
        return allows(Power.ENV) ? variables : Map.of();
    }

    /**
     * Lets a use pass.
     *
     * @throws DecsException that says what was refused
     */
    public void check(Power power, String what) {
        if (!allows(power)) {
            throw new DecsException(Problem.of(what + " is refused (--untrusted " + power.word() + ")")
                    .withHint("run without --untrusted, or list only what is to be refused, if you trust the"
                            + " repository"));
        }
    }

    /** Lets a file be read; links are followed first. Returns the same path. */
    public Path check(Path file) {
        if (!allows(Power.FILES) && root.isPresent() && !real(file).startsWith(root.get())) {
            check(Power.FILES, "reading " + file + ", which lies outside the repository " + root.get() + ",");
        }
        return file;
    }

    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException missing) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
