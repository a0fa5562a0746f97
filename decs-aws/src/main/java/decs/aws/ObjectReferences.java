package decs.aws;

import decs.core.secret.ReferenceUri;
import decs.core.secret.TextReferences;
import decs.template.source.DecsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * {@code ref+s3}: {@code BUCKET/KEY}, in the version that {@code version_id=} names.
 *
 * <p>Mirrors: vals, providers/s3
 */
record ObjectReferences(Map<String, String> environment) implements TextReferences {
    @Override
    public String text(ReferenceUri uri) {
        String version = uri.parameter("version", environment);
        return read(
                Account.of(uri, environment),
                uri.path(),
                version.isEmpty() ? uri.parameter("version_id", environment) : version);
    }

    /** The text of {@code BUCKET/KEY}. */
    static String read(Account account, String place, String version) {
        int slash = place.indexOf('/');
        if (slash <= 0) {
            throw new DecsException("\"" + place + "\" names no object: s3://BUCKET/KEY");
        }
        String bucket = place.substring(0, slash);
        String key = place.substring(slash + 1);
        try (InputStream in = new ObjectStore(account).open(bucket, key, version.isEmpty() ? null : version)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SdkException failure) {
            throw Refusal.of("getting s3 object", "S3: GetObject", failure);
        } catch (IOException torn) {
            throw new DecsException("reading s3 object body: " + torn.getMessage(), torn);
        }
    }
}
