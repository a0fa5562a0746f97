package decs.helm.repo;

import java.util.List;
import java.util.Optional;

/** Credentials and scheme of OCI registries as the repositories that name them say; other hosts are anonymous HTTPS. */
record KnownRegistries(List<Repository> repositories, boolean plainHttp) implements OciRegistry.RegistryCredentials {

    @Override
    public Optional<String> basic(String host) {
        return repositories.stream()
                .filter(repository -> repository.oci() && host(repository).equals(host))
                .filter(repository -> !repository.username().isEmpty())
                .findFirst()
                .map(repository ->
                        OciRegistry.RegistryCredentials.header(repository.username(), repository.password()));
    }

    @Override
    public boolean plainHttp(String host) {
        return plainHttp
                || repositories.stream()
                        .anyMatch(repository -> repository.oci()
                                && repository.plainHttp()
                                && host(repository).equals(host));
    }

    private static String host(Repository repository) {
        String url = repository.url();
        String rest = url.startsWith("oci://") ? url.substring("oci://".length()) : url;
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}
