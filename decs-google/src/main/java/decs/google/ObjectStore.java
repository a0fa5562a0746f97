package decs.google;

import com.google.cloud.NoCredentials;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Map;

/** Objects in buckets, of Google or of the emulator that {@code STORAGE_EMULATOR_HOST} names. */
record ObjectStore(Map<String, String> environment) {
    /**
     * The content of an object.
     *
     * @param generation null for the newest
     * @throws com.google.cloud.storage.StorageException when it cannot be had, now or while it is read
     */
    InputStream open(String bucket, String key, Long generation) {
        return Channels.newInputStream(storage().reader(BlobId.of(bucket, key, generation)));
    }

    private Storage storage() {
        String emulator = environment.getOrDefault("STORAGE_EMULATOR_HOST", "");
        StorageOptions.Builder options = StorageOptions.http().setProjectId("none");
        if (emulator.isEmpty()) {
            return options.setCredentials(Login.of(environment)).build().getService();
        }
        String host = emulator.contains("://") ? emulator : "http://" + emulator;
        return options.setHost(host)
                .setCredentials(NoCredentials.getInstance())
                .build()
                .getService();
    }
}
