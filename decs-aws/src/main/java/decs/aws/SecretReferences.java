package decs.aws;

import decs.core.secret.ReferenceUri;
import decs.core.secret.TextReferences;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/**
 * {@code ref+awssecrets}: secrets of the Secrets Manager, by name or ARN.
 *
 * <p>Mirrors: vals, providers/awssecrets
 */
record SecretReferences(Map<String, String> environment) implements TextReferences {
    @Override
    public String text(ReferenceUri uri) {
        try (SecretsManagerClient client = Account.of(uri, environment)
                .applied(
                        SecretsManagerClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()),
                        "secrets_manager")
                .build()) {
            GetSecretValueResponse secret = client.getSecretValue(request -> request.secretId(uri.written())
                    .versionId(given(uri, "version_id"))
                    .versionStage(given(uri, "version_stage")));
            return secret.secretString() != null
                    ? secret.secretString()
                    : secret.secretBinary().asUtf8String();
        } catch (SdkException failure) {
            throw Refusal.of("get parameter", "Secrets Manager: GetSecretValue", failure);
        }
    }

    @Override
    public String noMapping(ReferenceUri uri) {
        return "error while parsing secret for key \"" + uri.path() + "\" as yaml: ";
    }

    private String given(ReferenceUri uri, String parameter) {
        String value = uri.parameter(parameter, environment);
        return value.isEmpty() ? null : value;
    }
}
