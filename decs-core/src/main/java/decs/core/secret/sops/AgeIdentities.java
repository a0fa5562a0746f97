package decs.core.secret.sops;

import decs.core.functions.Program;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The age identities of this user, in the order in which {@code sops} looks for them. */
final class AgeIdentities {
    private final Map<String, String> environment;
    private final List<AgeIdentity> found = new ArrayList<>();

    private AgeIdentities(Map<String, String> environment) {
        this.environment = environment;
    }

    static List<AgeIdentity> find(Map<String, String> environment) {
        AgeIdentities identities = new AgeIdentities(environment);
        identities.ssh();
        identities.age();
        return identities.found;
    }

    private void ssh() {
        String command = variable("SOPS_AGE_SSH_PRIVATE_KEY_CMD");
        String file = variable("SOPS_AGE_SSH_PRIVATE_KEY_FILE");
        if (!command.isEmpty()) {
            found.add(SshIdentity.parse(printedBy(command)));
        }
        if (!file.isEmpty()) {
            found.add(SshIdentity.parse(new String(read(Path.of(file)), StandardCharsets.UTF_8)));
            return;
        }
        for (String name : List.of("id_ed25519", "id_rsa")) {
            home().map(home -> home.resolve(".ssh").resolve(name))
                    .filter(Files::isReadable)
                    .ifPresent(this::sshOrNothing);
        }
    }

    /** A user's everyday SSH key may have a passphrase; then it is of no use here, and no mistake. */
    private void sshOrNothing(Path file) {
        try {
            found.add(SshIdentity.parse(new String(read(file), StandardCharsets.UTF_8)));
        } catch (DecsException notUsable) {
            return;
        }
    }

    private void age() {
        if (!variable("SOPS_AGE_KEY").isEmpty()) {
            addAll(variable("SOPS_AGE_KEY").getBytes(StandardCharsets.UTF_8));
        }
        if (!variable("SOPS_AGE_KEY_FILE").isEmpty()) {
            addAll(read(Path.of(variable("SOPS_AGE_KEY_FILE"))));
        }
        if (!variable("SOPS_AGE_KEY_CMD").isEmpty()) {
            addAll(printedBy(variable("SOPS_AGE_KEY_CMD")).getBytes(StandardCharsets.UTF_8));
        }
        configuration()
                .map(folder -> folder.resolve("sops").resolve("age").resolve("keys.txt"))
                .filter(Files::isReadable)
                .ifPresent(file -> addAll(read(file)));
    }

    private void addAll(byte[] file) {
        byte[] plain = file;
        if (AgeFile.isAge(file)) {
            String passphrase = variable("DECS_AGE_PASSPHRASE");
            if (passphrase.isEmpty()) {
                throw new DecsException(
                        "the age identity file is encrypted: DECS_AGE_PASSPHRASE must hold its passphrase");
            }
            plain = AgeFile.decrypt(file, List.of(new PassphraseIdentity(passphrase)));
        }
        for (String line : new String(plain, StandardCharsets.UTF_8).split("\\R")) {
            String identity = line.strip();
            if (identity.startsWith("AGE-SECRET-KEY-1")) {
                found.add(X25519Identity.parse(identity));
            }
        }
    }

    private String printedBy(String command) {
        List<String> words = Arrays.asList(command.strip().split("\\s+"));
        return new Program(
                        words.get(0),
                        words.subList(1, words.size()),
                        Path.of("").toAbsolutePath(),
                        Map.of())
                .run(Optional.empty());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new DecsException("failed to open " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private Optional<Path> configuration() {
        String folder = variable("XDG_CONFIG_HOME");
        if (!folder.isEmpty()) {
            return Optional.of(Path.of(folder));
        }
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return home().map(home -> mac ? home.resolve("Library/Application Support") : home.resolve(".config"));
    }

    private Optional<Path> home() {
        return Optional.of(variable("HOME")).filter(home -> !home.isEmpty()).map(Path::of);
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
