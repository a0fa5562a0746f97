package decs.google;

import decs.core.secret.ReferenceModule;
import decs.core.secret.ReferenceProvider;
import decs.core.secret.TerraformReferences;
import java.util.Map;
import java.util.Set;

/** What references can name in a project of Google's cloud. */
public final class GoogleReferences implements ReferenceModule {
    @Override
    public Set<String> schemes() {
        return Set.of("gcpsecrets", "gcs", "tfstategs");
    }

    @Override
    public ReferenceProvider provider(String scheme, Map<String, String> environment) {
        return switch (scheme) {
            case "gcpsecrets" -> new SecretReferences(environment);
            case "gcs" -> new ObjectReferences(environment);
            case "tfstategs" -> new TerraformReferences((place, uri) -> ObjectReferences.read(environment, place, ""));
            default -> throw new IllegalArgumentException(scheme);
        };
    }
}
