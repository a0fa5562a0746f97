package decs.core.secret;

import java.util.Optional;
import java.util.ServiceLoader;

/** Providers of references beside the built-in ones. Safe to use from many threads. */
@FunctionalInterface
public interface ReferenceModules {
    /** The built-in providers only. */
    ReferenceModules NONE = scheme -> Optional.empty();

    /** Who knows a scheme, given in lower case. */
    Optional<ReferenceModule> find(String scheme);

    /** Those on the class path; they are looked for when the first reference wants one. */
    static ReferenceModules installed() {
        return scheme -> ServiceLoader.load(ReferenceModule.class, ReferenceModules.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(module -> module.schemes().contains(scheme))
                .findFirst();
    }
}
