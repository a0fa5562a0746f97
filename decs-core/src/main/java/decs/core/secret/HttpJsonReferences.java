package decs.core.secret;

import decs.core.secret.http.JsonHttp;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.net.URI;
import java.util.Map;

/** {@code ref+httpjson}: what a web server answers, as JSON; the fragment picks a value of it. */
final class HttpJsonReferences implements ReferenceProvider {
    private final JsonHttp http = new JsonHttp();

    @Override
    public String text(ReferenceUri uri) {
        return Json.write(document(uri));
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        boolean plain = "true".equals(uri.query().get("insecure"));
        JsonHttp.Answer answer = http.get(URI.create((plain ? "http://" : "https://") + uri.path()), Map.of());
        if (answer.status() / 100 != 2) {
            throw new DecsException("httpjson: " + uri.path() + " was answered with " + answer.status());
        }
        return answer.body();
    }
}
