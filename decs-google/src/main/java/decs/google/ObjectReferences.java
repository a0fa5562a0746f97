package decs.google;

import com.google.cloud.storage.StorageException;
import decs.core.secret.ReferenceUri;
import decs.core.secret.TextReferences;
import decs.template.source.DecsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * {@code ref+gcs}: {@code BUCKET/KEY}, in the version that {@code generation=} names.
 *
 * <p>Mirrors: vals, providers/gcs
 */
record ObjectReferences(Map<String, String> environment) implements TextReferences {
    @Override
    public String text(ReferenceUri uri) {
        return read(environment, uri.path(), uri.parameter("generation", environment));
    }

    /** The text of {@code BUCKET/KEY}. */
    static String read(Map<String, String> environment, String place, String generation) {
        int slash = place.indexOf('/');
        if (slash <= 0) {
            throw new DecsException("\"" + place + "\" names no object: BUCKET/KEY");
        }
        if (!generation.matches("\\d{0,18}")) {
            throw new DecsException("cannot convert generation to int64: \"" + generation + "\" is no number");
        }
        String bucket = place.substring(0, slash);
        Long version = generation.isEmpty() ? null : Long.valueOf(generation);
        try (InputStream in = new ObjectStore(environment).open(bucket, place.substring(slash + 1), version)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (StorageException | IOException failure) {
            String which = generation.isEmpty() ? "" : " with generation " + generation;
            Throwable said = failure.getCause() instanceof StorageException cause ? cause : failure;
            throw new DecsException("bucket " + bucket + which + ": " + said.getMessage(), failure);
        }
    }
}
