package decs.core.secret.sops;

import java.util.Map;
import java.util.Objects;

/**
 * A data key (or, with several key groups, a share of it) encrypted for one holder.
 *
 * @param kind {@code age}, {@code pgp}, {@code kms}, {@code gcp_kms}, {@code azure_kv} or {@code hc_vault}
 */
record KeyStanza(String kind, Map<String, String> fields) {
    KeyStanza {
        Objects.requireNonNull(kind, "kind");
        fields = Map.copyOf(fields);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The encrypted key. */
    String encrypted() {
        return field("enc");
    }

    /** Who can decrypt it, for messages. */
    String holder() {
        for (String name : new String[] {"recipient", "fp", "arn", "resource_id", "vault_url", "key_name"}) {
            if (!field(name).isEmpty()) {
                return kind + " " + field(name);
            }
        }
        return kind;
    }
}
