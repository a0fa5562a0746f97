package decs.core.secret.sops;

import decs.core.secret.http.VaultClient;
import decs.template.source.DecsException;
import java.util.Map;

/** Decrypts a data key with Vault's transit engine ({@code hc_vault} keys). */
final class VaultTransit {
    private VaultTransit() {}

    static byte[] decrypt(KeyStanza stanza, Map<String, String> environment) {
        VaultClient vault = VaultClient.of(stanza.field("vault_address"), environment);
        String path = stanza.field("engine_path") + "/decrypt/" + stanza.field("key_name");
        Map<String, Object> answer = vault.write(path, Map.of("ciphertext", stanza.encrypted()));
        if (answer.get("data") instanceof Map<?, ?> data && data.get("plaintext") instanceof String plain) {
            return SopsKeys.base64(plain);
        }
        throw new DecsException("vault's answer holds no plaintext");
    }
}
