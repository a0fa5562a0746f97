package decs.helm.http;

import java.util.Optional;
import java.util.ServiceLoader;

/** The readers of addresses that are not the web's. Safe to call from many threads. */
@FunctionalInterface
public interface Readers {
    /** Addresses of the web only. */
    Readers NONE = scheme -> Optional.empty();

    /** Who reads addresses of a scheme, given in lower case. */
    Optional<AddressReader> find(String scheme);

    /** Those that the modules on the class path bring; they are looked for when the first address wants one. */
    static Readers installed() {
        return scheme -> ServiceLoader.load(AddressReader.class, Readers.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(reader -> reader.schemes().contains(scheme))
                .findFirst();
    }
}
