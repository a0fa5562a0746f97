package decs.azure;

import com.azure.core.exception.AzureException;
import com.azure.security.keyvault.secrets.SecretClient;
import decs.core.secret.ReferenceUri;
import decs.core.secret.TextReferences;
import decs.template.source.DecsException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * {@code ref+azurekeyvault}: {@code VAULT/SECRET[/VERSION]}. A vault without a dot is one of the public cloud's.
 *
 * <p>Mirrors: vals, providers/azurekeyvault
 */
final class VaultReferences implements TextReferences {
    private final Function<String, SecretClient> clients;
    private final Map<String, SecretClient> known = new ConcurrentHashMap<>();

    /** @param clients the client of a vault's address */
    VaultReferences(Function<String, SecretClient> clients) {
        this.clients = clients;
    }

    @Override
    public String text(ReferenceUri uri) {
        String[] path = uri.path().split("/", -1);
        if (path.length < 2 || path.length > 3) {
            throw new DecsException("invalid secret specifier: \"" + uri.written() + "\"");
        }
        if (path[0].isBlank()) {
            throw new DecsException("missing key vault name: \"" + uri.written() + "\"");
        }
        if (path[1].isBlank()) {
            throw new DecsException("missing secret name: \"" + uri.written() + "\"");
        }
        String vault = "https://" + path[0] + (path[0].contains(".") ? "" : ".vault.azure.net");
        try {
            SecretClient client = known.computeIfAbsent(vault, clients);
            return client.getSecret(path[1], path.length == 3 ? path[2] : "").getValue();
        } catch (AzureException | IllegalArgumentException failure) {
            throw new DecsException(vault + ": " + failure.getMessage(), failure);
        } catch (UncheckedIOException unreachable) {
            throw new DecsException(vault + " cannot be reached: " + unreachable.getCause(), unreachable);
        }
    }

    @Override
    public String noMapping(ReferenceUri uri) {
        return "error while parsing secret for key \"" + uri.path() + "\" as yaml: ";
    }
}
