package decs.aws;

import decs.core.secret.ReferenceModule;
import decs.core.secret.ReferenceProvider;
import decs.core.secret.TerraformReferences;
import java.util.Map;
import java.util.Set;

/** What references can name in an account of Amazon's. */
public final class AwsReferences implements ReferenceModule {
    @Override
    public Set<String> schemes() {
        return Set.of("awsssm", "awssecrets", "s3", "tfstates3");
    }

    @Override
    public ReferenceProvider provider(String scheme, Map<String, String> environment) {
        return switch (scheme) {
            case "awsssm" -> new ParameterReferences(environment);
            case "awssecrets" -> new SecretReferences(environment);
            case "s3" -> new ObjectReferences(environment);
            case "tfstates3" ->
                new TerraformReferences((place, uri) -> {
                    Account account = new Account(environment, "", uri.parameter("aws_profile", environment), "");
                    return ObjectReferences.read(account, place, "");
                });
            default -> throw new IllegalArgumentException(scheme);
        };
    }
}
