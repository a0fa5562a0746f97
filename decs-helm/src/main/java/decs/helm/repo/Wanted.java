package decs.helm.repo;

import decs.helm.http.Access;
import decs.helm.http.Addresses;
import decs.helm.registry.OciReference;

/**
 * What a reference asks for, before anything was looked up elsewhere.
 *
 * <p>{@link #source} and {@link #chart} name it in decs.lock.
 */
sealed interface Wanted {
    /** The repository, or the address of the chart itself; without credentials. */
    String source();

    /** The chart's name in the repository; empty where the source is the chart itself. */
    String chart();

    /** A version, a constraint, or empty. */
    String version();

    default String key() {
        return source() + " " + chart() + " " + version();
    }

    /** A chart of an HTTP repository. */
    record InRepository(Repository repository, String chart, String version, boolean devel) implements Wanted {
        @Override
        public String source() {
            return Addresses.clean(repository.url());
        }
    }

    /** A chart of a registry. */
    record InRegistry(OciReference reference, String version) implements Wanted {
        @Override
        public String source() {
            return "oci://" + reference;
        }

        @Override
        public String chart() {
            return "";
        }
    }

    /** An archive at an address. */
    record AtAddress(String address, Access access) implements Wanted {
        @Override
        public String source() {
            return Addresses.clean(address);
        }

        @Override
        public String chart() {
            return "";
        }

        @Override
        public String version() {
            return "";
        }
    }

    /** A folder of a git repository. */
    record InGit(String address) implements Wanted {
        @Override
        public String source() {
            return Addresses.clean(address);
        }

        @Override
        public String chart() {
            return "";
        }

        @Override
        public String version() {
            return "";
        }
    }
}
