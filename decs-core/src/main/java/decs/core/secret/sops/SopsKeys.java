package decs.core.secret.sops;

import decs.template.source.DecsException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The private keys that SOPS files can be read with here, found where {@code sops} looks for them: {@code SOPS_AGE_KEY},
 * {@code SOPS_AGE_KEY_FILE}, {@code SOPS_AGE_KEY_CMD}, {@code sops/age/keys.txt} in the configuration folder, SSH keys,
 * GnuPG's key rings, Vault's transit engine. Read anew for each file, kept nowhere.
 */
public final class SopsKeys {
    private final Map<String, String> environment;

    private SopsKeys(Map<String, String> environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
    }

    public static SopsKeys of(Map<String, String> environment) {
        return new SopsKeys(environment);
    }

    /** The data key of a file. */
    byte[] dataKey(SopsMetadata metadata) {
        List<byte[]> shares = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (List<KeyStanza> group : metadata.groups()) {
            share(group, failures, shares);
        }
        int groups = metadata.groups().size();
        int needed = groups == 1 || metadata.threshold() == 0 ? groups : metadata.threshold();
        if (shares.size() < needed) {
            throw failure(needed, shares.size(), failures);
        }
        return groups == 1 ? shares.get(0) : Shamir.combine(shares.subList(0, needed));
    }

    private void share(List<KeyStanza> group, List<String> failures, List<byte[]> shares) {
        for (KeyStanza stanza : group) {
            try {
                shares.add(decrypt(stanza));
                return;
            } catch (DecsException noKey) {
                failures.add(stanza.holder() + ": " + noKey.getMessage());
            }
        }
    }

    private byte[] decrypt(KeyStanza stanza) {
        return switch (stanza.kind()) {
            case "age" ->
                AgeFile.decrypt(stanza.encrypted().getBytes(StandardCharsets.UTF_8), AgeIdentities.find(environment));
            case "pgp" -> PgpKeys.of(environment).decrypt(stanza.encrypted());
            case "hc_vault" -> VaultTransit.decrypt(stanza, environment);
            default -> throw new DecsException("keys of this kind are not supported");
        };
    }

    private static DecsException failure(int needed, int got, List<String> failures) {
        StringBuilder text =
                new StringBuilder("sops: no data key: " + needed + " successful groups required, got " + got);
        failures.forEach(line -> text.append("\n  - ").append(line));
        return new DecsException(decs.template.source.Problem.of(text.toString())
                .withHint("give the private key as sops takes it: SOPS_AGE_KEY, SOPS_AGE_KEY_FILE, GNUPGHOME,"
                        + " VAULT_TOKEN"));
    }

    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException broken) {
            throw new DecsException("broken base64: " + broken.getMessage(), broken);
        }
    }
}
