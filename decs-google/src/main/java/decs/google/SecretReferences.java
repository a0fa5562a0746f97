package decs.google;

import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import com.google.cloud.secretmanager.v1.SecretManagerServiceSettings;
import decs.core.secret.ReferenceUri;
import decs.core.secret.TextReferences;
import decs.template.source.DecsException;
import java.io.IOException;
import java.util.Map;

/**
 * {@code ref+gcpsecrets}: {@code PROJECT/SECRET}, in the version that {@code version=} names; {@code fallback=} or {@code
 * optional=true} stand in for a secret that cannot be had, {@code trim_nl=true} takes the final line break off.
 *
 * <p>Mirrors: vals, providers/gcpsecrets
 */
record SecretReferences(Map<String, String> environment) implements TextReferences {
    /** Where the service is when not at Google's own address, as gcloud has it. */
    private static final String ENDPOINT = "CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER";

    @Override
    public String text(ReferenceUri uri) {
        String text = read(uri);
        boolean trimmed = uri.parameter("trim_nl", environment).equals("true");
        return trimmed ? text.replaceFirst("\\r?\\n$", "") : text;
    }

    @Override
    public String noMapping(ReferenceUri uri) {
        return "failed to unmarshal secret: ";
    }

    private String read(ReferenceUri uri) {
        int slash = uri.path().indexOf('/');
        if (slash <= 0) {
            throw new DecsException("\"" + uri.path() + "\" names no secret: PROJECT/SECRET");
        }
        String version = uri.parameter("version", environment);
        String name = "projects/" + uri.path().substring(0, slash) + "/secrets/"
                + uri.path().substring(slash + 1) + "/versions/" + (version.isEmpty() ? "latest" : version);
        try (SecretManagerServiceClient client = SecretManagerServiceClient.create(settings())) {
            return client.accessSecretVersion(name).getPayload().getData().toStringUtf8();
        } catch (ApiException | IOException failure) {
            String fallback = uri.parameter("fallback", environment);
            if (!fallback.isEmpty() || uri.parameter("optional", environment).equals("true")) {
                return fallback;
            }
            throw new DecsException("failed to get secret: " + failure.getMessage(), failure);
        }
    }

    private SecretManagerServiceSettings settings() throws IOException {
        SecretManagerServiceSettings.Builder settings = SecretManagerServiceSettings.newHttpJsonBuilder();
        String elsewhere = environment.getOrDefault(ENDPOINT, "");
        if (!elsewhere.isEmpty()) {
            settings.setEndpoint(elsewhere);
        }
        boolean plain = elsewhere.startsWith("http://");
        return settings.setCredentialsProvider(
                        plain ? NoCredentialsProvider.create() : FixedCredentialsProvider.create(Login.of(environment)))
                .build();
    }
}
