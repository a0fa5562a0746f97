package decs.helm.registry;

import decs.helm.http.Access;
import decs.helm.http.Answer;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The distribution API of registries: requests with the tokens that they ask for, one for each repository and use. */
final class Endpoint {
    private final Http http;
    private final RegistryAccess registries;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Endpoint(Http http, RegistryAccess registries) {
        this.http = http;
        this.registries = registries;
    }

    /** The address of {@code path} below the repository of {@code reference}. */
    URI address(OciReference reference, String path) {
        return URI.create(root(reference.host()) + reference.path() + "/" + path);
    }

    String root(String host) {
        return (registries.plainHttp(host) ? "http" : "https") + "://" + host + "/v2/";
    }

    Call call(OciReference reference, URI address) {
        return Call.get(address, nobody(reference.host()));
    }

    /** Credentials travel as tokens only, so that a redirect or an upload elsewhere never takes them along. */
    private Access nobody(String host) {
        return registries.access(host).withCredentials("", "");
    }

    /** The answer to {@code call}, whatever its status, after a challenge was answered. */
    Answer send(OciReference reference, Call call, String use) {
        String key = reference.host() + "/" + reference.path() + ":" + use;
        String token = tokens.get(key);
        boolean home =
                call.uri().getAuthority() != null && call.uri().getAuthority().equals(reference.host());
        Answer answer = http.send(token == null || !home ? call : call.with("Authorization", token));
        if (answer.status() != 401 || !home) {
            return answer;
        }
        String challenge = answer.header("www-authenticate").orElse("");
        String scope = "repository:" + reference.path() + ":" + use;
        Optional<String> authorization =
                new TokenServer(http, registries.access(reference.host())).answer(challenge, scope);
        if (authorization.isEmpty()) {
            return answer;
        }
        tokens.put(key, authorization.get());
        return http.send(call.with("Authorization", authorization.get()));
    }

    /** The answer to a GET that has to be there. */
    Answer get(OciReference reference, String path, String accept, long most) {
        URI address = address(reference, path);
        Answer answer =
                send(reference, call(reference, address).with("Accept", accept).atMost(most), "pull");
        if (answer.status() != 200) {
            throw refused(reference, address, answer.status());
        }
        return answer;
    }

    static DecsException refused(OciReference reference, URI address, int status) {
        String text = status == 404 ? reference + ": not found" : reference + ": " + address + " answered " + status;
        String hint =
                switch (status) {
                    case 401, 403 ->
                        "log in to " + reference.host() + ", or check the repository's username and password";
                    case 404 -> "there is no such chart or version in the registry";
                    default -> "the registry refused; try again, or ask who runs it";
                };
        return new DecsException(text, List.of(Problem.of(text).withHint(hint)), null);
    }
}
