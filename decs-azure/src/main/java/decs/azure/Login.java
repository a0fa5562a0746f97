package decs.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.core.util.ConfigurationSource;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.AzureDeveloperCliCredentialBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import decs.template.source.DecsException;
import java.util.Map;

/** Who asks: {@code AZKV_AUTH} is one of {@code default}, {@code workload}, {@code managed}, {@code cli}, {@code devcli}. */
final class Login {
    private Login() {}

    static SecretClient client(String vault, Map<String, String> environment) {
        return new SecretClientBuilder()
                .vaultUrl(vault)
                .credential(of(environment))
                .buildClient();
    }

    private static TokenCredential of(Map<String, String> environment) {
        Configuration known = new ConfigurationBuilder(none(), none(), prefix -> environment).build();
        return switch (environment.getOrDefault("AZKV_AUTH", "")) {
            case "", "default" ->
                new DefaultAzureCredentialBuilder().configuration(known).build();
            case "workload" ->
                new WorkloadIdentityCredentialBuilder().configuration(known).build();
            case "managed" ->
                new ManagedIdentityCredentialBuilder().configuration(known).build();
            case "cli" -> new AzureCliCredentialBuilder().configuration(known).build();
            case "devcli" ->
                new AzureDeveloperCliCredentialBuilder().configuration(known).build();
            default -> throw new DecsException("Environment variable 'AZKV_AUTH' is set to an unsupported value!");
        };
    }

    private static ConfigurationSource none() {
        return prefix -> Map.of();
    }
}
