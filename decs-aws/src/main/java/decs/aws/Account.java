package decs.aws;

import decs.core.secret.ReferenceUri;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Who asks, and where: the account, region and role that a reference or the environment names.
 *
 * @param environment {@code AWS_ACCESS_KEY_ID}, {@code AWS_REGION}, {@code AWS_ENDPOINT_URL} and their like
 * @param region empty for the environment's
 * @param profile empty for the environment's
 * @param role the role to take on; empty for none
 */
record Account(Map<String, String> environment, String region, String profile, String role) {
    private static final int ROLE_SECONDS = 900;

    /** The account that a reference names: {@code region=}, {@code profile=}, {@code role_arn=}. */
    static Account of(ReferenceUri uri, Map<String, String> environment) {
        return new Account(
                environment,
                uri.parameter("region", environment),
                uri.parameter("profile", environment),
                uri.parameter("role_arn", environment));
    }

    /** The environment's own account. */
    static Account of(Map<String, String> environment) {
        return new Account(environment, "", "", "");
    }

    /** Makes a client ask as this account; {@code service} as in {@code AWS_ENDPOINT_URL_<SERVICE>}. */
    <B extends AwsClientBuilder<B, ?>> B applied(B builder, String service) {
        where().ifPresent(builder::region);
        endpoint(service).ifPresent(builder::endpointOverride);
        return builder.credentialsProvider(credentials());
    }

    /** Where a service is when not at Amazon's own address. */
    Optional<URI> endpoint(String service) {
        return Stream.of("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), "AWS_ENDPOINT_URL")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .map(URI::create);
    }

    private Optional<Region> where() {
        return Stream.of(
                        region,
                        environment.getOrDefault("AWS_REGION", ""),
                        environment.getOrDefault("AWS_DEFAULT_REGION", ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(Region::of);
    }

    private AwsCredentialsProvider credentials() {
        if (role.isEmpty()) {
            return own();
        }
        StsClient tokens = new Account(environment, region, profile, "")
                .applied(StsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()), "sts")
                .build();
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(tokens)
                .refreshRequest(request -> request.roleArn(role)
                        .roleSessionName("decs-" + System.nanoTime())
                        .durationSeconds(ROLE_SECONDS))
                .build();
    }

    private AwsCredentialsProvider own() {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        String session = environment.getOrDefault("AWS_SESSION_TOKEN", "");
        if (id.isEmpty() || secret.isEmpty()) {
            DefaultCredentialsProvider.Builder usual = DefaultCredentialsProvider.builder();
            String name = profile.isEmpty() ? environment.getOrDefault("AWS_PROFILE", "") : profile;
            return (name.isEmpty() ? usual : usual.profileName(name)).build();
        }
        AwsCredentials keys = session.isEmpty()
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, session);
        return StaticCredentialsProvider.create(keys);
    }
}
