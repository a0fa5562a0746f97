package decs.aws;

import decs.core.secret.ReferenceProvider;
import decs.core.secret.ReferenceUri;
import decs.core.secret.TextReferences;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;

/**
 * {@code ref+awsssm}: parameters of the Systems Manager. With a fragment the parameters below the path, or the one
 * parameter read as YAML where {@code mode=singleparam}.
 *
 * <p>Mirrors: vals, providers/ssm
 */
record ParameterReferences(Map<String, String> environment) implements ReferenceProvider {
    @Override
    public String text(ReferenceUri uri) {
        String version = uri.parameter("version", environment);
        if (version.isEmpty()) {
            return asked("get parameter", "GetParameter", uri, client -> client.getParameter(
                            request -> request.name(name(uri)).withDecryption(true))
                    .parameter()
                    .value());
        }
        if (!version.matches("-?\\d{1,18}")) {
            throw new DecsException("version can't be converted to Int");
        }
        long wanted = Long.parseLong(version);
        return asked(
                "get parameter history",
                "GetParameterHistory",
                uri,
                client ->
                        client
                                .getParameterHistoryPaginator(
                                        request -> request.name(name(uri)).withDecryption(true))
                                .stream()
                                .flatMap(page -> page.parameters().stream())
                                .filter(one -> one.version() == wanted)
                                .map(ParameterHistory::value)
                                .findFirst()
                                .orElseThrow(
                                        () -> new DecsException("datasource.ssm.Get() out.Parameter.Value is nil")));
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        if (uri.parameter("mode", environment).equals("singleparam")) {
            TextReferences single = this::text;
            return single.document(uri);
        }
        String path = name(uri);
        boolean deep = uri.parameter("recursive", environment).equals("true");
        List<Parameter> below =
                asked("ssm: get parameters by path", "GetParametersByPath", uri, client -> client
                        .getParametersByPathPaginator(request ->
                                request.path(path).withDecryption(true).recursive(deep))
                        .stream()
                        .flatMap(page -> page.parameters().stream())
                        .toList());
        if (below.isEmpty()) {
            throw new DecsException("ssm: out.Parameters is empty");
        }
        ValueMap tree = new ValueMap();
        for (Parameter parameter : below) {
            String rest =
                    parameter.name().startsWith(path) ? parameter.name().substring(path.length()) : parameter.name();
            put(tree, rest.replaceFirst("^/", "").split("/"), parameter.value());
        }
        return tree;
    }

    private static void put(ValueMap tree, String[] keys, String value) {
        ValueMap at = tree;
        for (int i = 0; i < keys.length - 1; i++) {
            if (!(at.get(keys[i]) instanceof ValueMap)) {
                at.put(keys[i], new ValueMap());
            }
            at = (ValueMap) at.get(keys[i]);
        }
        at.put(keys[keys.length - 1], value);
    }

    private static String name(ReferenceUri uri) {
        return "/" + uri.written().replaceFirst("^/+", "");
    }

    private <T> T asked(String doing, String operation, ReferenceUri uri, Function<SsmClient, T> question) {
        try (SsmClient client = Account.of(uri, environment)
                .applied(SsmClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()), "ssm")
                .build()) {
            return question.apply(client);
        } catch (SdkException failure) {
            throw Refusal.of(doing, "SSM: " + operation, failure);
        }
    }
}
