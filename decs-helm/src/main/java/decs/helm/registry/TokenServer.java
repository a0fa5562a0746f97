package decs.helm.registry;

import decs.helm.http.Access;
import decs.helm.http.Addresses;
import decs.helm.http.Answer;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers a registry's challenge: with the login itself, or with a token that its token server gives for it. */
record TokenServer(Http http, Access access) {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** The Authorization header for {@code challenge}; empty when nothing is known that could answer it. */
    Optional<String> answer(String challenge, String usualScope) {
        boolean known = !access.password().isEmpty();
        if (challenge.regionMatches(true, 0, "basic", 0, 5)) {
            return known && !access.username().isEmpty() ? Optional.of(pair()) : Optional.empty();
        }
        Map<String, String> parameters = PARAMETER
                .matcher(challenge)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (a, b) -> b));
        String realm = parameters.get("realm");
        if (realm == null) {
            return Optional.empty();
        }
        String service = parameters.getOrDefault("service", "");
        String scope = parameters.getOrDefault("scope", usualScope);
        return token(
                known && access.username().isEmpty() ? refresh(realm, service, scope) : ask(realm, service, scope));
    }

    private String pair() {
        return Http.basic(access.username() + ":" + access.password());
    }

    private Answer ask(String realm, String service, String scope) {
        String query = "service=" + encode(service) + (scope.isEmpty() ? "" : "&scope=" + encode(scope));
        Call call = Call.get(address(realm + (realm.contains("?") ? "&" : "?") + query), nobody(realm));
        return http.send(access.password().isEmpty() ? call : call.with("Authorization", pair()));
    }

    /** OAuth 2: a token that lives long for one that does not. */
    private Answer refresh(String realm, String service, String scope) {
        String form = "grant_type=refresh_token&client_id=decs&service=" + encode(service) + "&scope=" + encode(scope)
                + "&refresh_token=" + encode(access.password());
        return http.send(Call.get(address(realm), nobody(realm))
                .sending("POST", BodyPublishers.ofString(form))
                .with("Content-Type", "application/x-www-form-urlencoded"));
    }

    private Access nobody(String realm) {
        Access anonymous = access.withCredentials("", "");
        return new Access(
                realm,
                "",
                "",
                anonymous.certFile(),
                anonymous.keyFile(),
                anonymous.caFile(),
                anonymous.insecure(),
                false);
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (!Addresses.isWeb(text)) {
                throw new DecsException("the registry names a token server that is no address: " + text);
            }
            return address;
        } catch (IllegalArgumentException bad) {
            throw new DecsException("the registry names a token server that is no address: " + text, bad);
        }
    }

    private static Optional<String> token(Answer answer) {
        if (answer.status() != 200) {
            return Optional.empty();
        }
        if (Json.read(new String(answer.body(), StandardCharsets.UTF_8)) instanceof Map<?, ?> map) {
            Object token = map.get("token") != null ? map.get("token") : map.get("access_token");
            return Optional.ofNullable(token).map(value -> "Bearer " + value);
        }
        return Optional.empty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
