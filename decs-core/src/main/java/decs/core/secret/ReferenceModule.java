package decs.core.secret;

import java.util.Map;
import java.util.Set;

/** Referenced values that an optional module knows how to get, as a service of {@link java.util.ServiceLoader}. */
public interface ReferenceModule {
    /** The schemes that it knows, in lower case: {@code awsssm} for {@code ref+awsssm://}. */
    Set<String> schemes();

    /**
     * The provider of one of its schemes.
     *
     * @param environment the variables that say how to get there: credentials, region
     */
    ReferenceProvider provider(String scheme, Map<String, String> environment);
}
