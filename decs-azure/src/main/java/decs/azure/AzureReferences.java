package decs.azure;

import decs.core.secret.ReferenceModule;
import decs.core.secret.ReferenceProvider;
import java.util.Map;
import java.util.Set;

/** What references can name in Azure. */
public final class AzureReferences implements ReferenceModule {
    @Override
    public Set<String> schemes() {
        return Set.of("azurekeyvault");
    }

    @Override
    public ReferenceProvider provider(String scheme, Map<String, String> environment) {
        return new VaultReferences(vault -> Login.client(vault, environment));
    }
}
