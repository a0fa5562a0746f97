package decs.helm.repo;

import decs.helm.http.Access;
import decs.helm.registry.Logins;
import decs.helm.registry.RegistryAccess;
import java.util.List;
import java.util.Optional;

/**
 * How registries are spoken to: as the repository that names them says, else as the options say, with the logins that
 * Helm and Docker keep.
 */
record KnownRegistries(List<Repository> repositories, Access usual, boolean plain, Optional<Logins> logins)
        implements RegistryAccess {

    @Override
    public Access access(String host) {
        Access access = named(host).map(Repository::access).orElse(usual);
        if (!access.password().isEmpty()) {
            return access;
        }
        return logins.flatMap(known -> known.find(host))
                .map(login -> access.withCredentials(login.username(), login.secret()))
                .orElse(access);
    }

    @Override
    public boolean plainHttp(String host) {
        return plain || named(host).filter(Repository::plainHttp).isPresent();
    }

    private Optional<Repository> named(String host) {
        return repositories.stream()
                .filter(repository -> repository.oci() && host(repository).equals(host))
                .reduce((a, b) -> a.username().isEmpty() ? b : a);
    }

    private static String host(Repository repository) {
        String url = repository.url();
        String rest = url.startsWith("oci://") ? url.substring("oci://".length()) : url;
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
