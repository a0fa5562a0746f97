package decs.core.prepare;

import decs.core.load.State;
import decs.core.spec.Fields;
import decs.helm.repo.Repository;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The chart repositories that specs name, with credentials from the environment where the spec has none. */
public final class SpecRepositories {
    private SpecRepositories() {}

    /** The repositories of one state, in order. */
    public static List<Repository> of(State state) {
        List<Repository> repositories = new ArrayList<>();
        for (Fields entry : state.spec().structs("repositories")) {
            repositories.add(repository(entry, state.scope().environment()));
        }
        return repositories;
    }

    /** Those of all states, each name once, a later one over an earlier one. */
    public static List<Repository> ofAll(List<State> states) {
        Map<String, Repository> byName = new LinkedHashMap<>();
        states.forEach(state -> of(state).forEach(repository -> byName.put(repository.name(), repository)));
        return List.copyOf(byName.values());
    }

    private static Repository repository(Fields entry, Map<String, String> environment) {
        String name = entry.text("name");
        String url = entry.text("url");
        String managed = entry.text("managed");
        if (!managed.isEmpty() && !managed.equals("acr")) {
            throw new DecsException("unknown managed type \"" + managed + "\" for repository " + name);
        }
        if (name.isEmpty() && !url.isEmpty()) {
            throw new DecsException("empty field name");
        }
        String prefix = name.toUpperCase(Locale.ROOT).replace('-', '_');
        boolean certificate =
                !entry.text("certFile").isEmpty() && !entry.text("keyFile").isEmpty();
        return new Repository(
                name,
                url,
                or(entry.text("username"), environment.get(prefix + "_USERNAME")),
                or(entry.text("password"), environment.get(prefix + "_PASSWORD")),
                certificate ? entry.text("certFile") : "",
                certificate ? entry.text("keyFile") : "",
                entry.text("caFile"),
                entry.flag("skipTLSVerify").orElse(false),
                entry.flag("passCredentials").orElse(false),
                entry.flag("oci").orElse(false),
                entry.flag("plainHttp").orElse(false));
    }

    private static String or(String written, String fallback) {
        return written.isEmpty() && fallback != null ? fallback : written;
    }
}
