package decs.core.secret;

import decs.core.functions.Trust;
import decs.core.secret.sops.Sops;
import decs.core.secret.sops.SopsFormat;
import decs.core.secret.sops.SopsKeys;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The secrets of one run: references by the folder that they are relative to, encrypted files, and the mask over what both
 * gave. Every value and file is fetched once. Safe to use from many threads.
 */
public final class Secrets {
    private final Map<String, String> environment;
    private final Trust trust;
    private final Map<String, ReferenceProvider> more;
    private final ReferenceModules modules;
    private final SecretMask mask = new SecretMask();
    private final Map<Path, References> references = new ConcurrentHashMap<>();
    private final Map<Path, String> files = new ConcurrentHashMap<>();

    /**
     * @param trust what references may use
     * @param more providers beside the built-in ones, or instead of them, by scheme
     * @param modules are asked for schemes that nobody else knows
     */
    public Secrets(
            Map<String, String> environment,
            Trust trust,
            Map<String, ReferenceProvider> more,
            ReferenceModules modules) {
        this.environment = Objects.requireNonNull(environment, "environment");
        this.trust = Objects.requireNonNull(trust, "trust");
        this.more = Map.copyOf(more);
        this.modules = Objects.requireNonNull(modules, "modules");
    }

    /** Resolves references whose paths are relative to {@code folder}. */
    public UnaryOperator<Object> references(Path folder) {
        return references.computeIfAbsent(
                folder,
                base -> References.of(
                        new ReferenceSettings(base, environment, trust.around(base), more, modules), mask));
    }

    /** The plain text of a file that SOPS encrypted; all its values count as secret from then on. */
    public String decrypt(Path file) {
        return files.computeIfAbsent(file, this::decrypted);
    }

    /** What hides the secrets found so far. */
    public SecretMask mask() {
        return mask;
    }

    private String decrypted(Path file) {
        String encrypted = GoString.of(Providers.bytes(Path.of(""), file.toString()));
        if (!Sops.isEncrypted(encrypted)) {
            throw new DecsException(
                    file.getFileName() + " is listed under secrets but not encrypted: sops metadata not found");
        }
        try {
            Sops.Decrypted plain =
                    Sops.decrypt(encrypted, SopsFormat.ofFile(file.getFileName().toString()), SopsKeys.of(environment));
            mask.add(plain.values());
            return plain.text();
        } catch (DecsException failure) {
            throw new DecsException(
                    "failed to decrypt " + file.getFileName() + ": " + failure.getMessage(),
                    failure.problems(),
                    failure);
        }
    }
}
