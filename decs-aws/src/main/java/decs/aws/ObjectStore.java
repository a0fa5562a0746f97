package decs.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects in buckets of S3, or of a server that speaks like it ({@code AWS_ENDPOINT_URL}). */
record ObjectStore(Account account) {
    /** The content of an object, in its newest version. */
    InputStream open(String bucket, String key) {
        return open(bucket, key, null);
    }

    /**
     * The content of an object.
     *
     * @param version null for the newest
     */
    InputStream open(String bucket, String key, String version) {
        boolean elsewhere = account.endpoint("s3").isPresent();
        S3Client client = account.applied(S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()), "s3")
                .forcePathStyle(elsewhere)
                .build();
        try {
            return new FilterInputStream(
                    client.getObject(request -> request.bucket(bucket).key(key).versionId(version))) {
                @Override
                public void close() throws IOException {
                    super.close();
                    client.close();
                }
            };
        } catch (SdkException refused) {
            client.close();
            throw refused;
        }
    }
}
