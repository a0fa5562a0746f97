package decs.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import decs.core.secret.ReferenceModules;
import decs.core.secret.ReferenceSettings;
import decs.core.secret.References;
import decs.core.secret.SecretMask;
import decs.helm.http.Access;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.helm.http.Readers;
import decs.template.source.DecsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References and addresses, asked of a server on loopback that answers as Amazon's services do. */
class AmazonTest {
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("GetParameter /plain", "{'Parameter': {'Name': '/plain', 'Value': 'P'}}"),
            Map.entry("GetParameter /doc", "{'Parameter': {'Name': '/doc', 'Value': '{a: {b: 1}}'}}"),
            Map.entry("GetParameter /slash/", "{'Parameter': {'Name': '/slash/', 'Value': 'kept'}}"),
            Map.entry(
                    "GetParameterHistory /plain",
                    "{'Parameters': [{'Version': 1, 'Value': 'old'}, {'Version': 2, 'Value': 'P'}]}"),
            Map.entry(
                    "GetParametersByPath /foo",
                    "{'Parameters': [{'Name': '/foo/a', 'Value': 'A'}, {'Name': '/foo/b/c', 'Value': 'C'}]}"),
            Map.entry("GetParametersByPath /empty", "{'Parameters': []}"),
            Map.entry("GetSecretValue team/key", "{'SecretString': 'S'}"),
            Map.entry("GetSecretValue team/doc", "{'SecretString': 'foo: {bar: x}'}"),
            Map.entry("GetSecretValue bin", "{'SecretBinary': 'aGVsbG8='}"),
            Map.entry("GetSecretValue arn:aws:secretsmanager:eu-west-1:1:secret:key", "{'SecretString': 'by arn'}"),
            Map.entry("GET /bucket/d.yaml", "foo: {bar: 7}"),
            Map.entry("GET /bucket/s.tfstate", "{'version': 4, 'outputs': {'url': {'value': 'u', 'type': 'string'}}}"));

    private final List<String> callers = new ArrayList<>();
    private HttpServer server;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        environment = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_ACCESS_KEY_ID",
                "KEYOFTEST",
                "AWS_SECRET_ACCESS_KEY",
                "secret",
                "AWS_REGION",
                "eu-west-1"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        callers.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String asked = target == null
                ? exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()
                : target.substring(target.indexOf('.') + 1) + " "
                        + body.replaceFirst("(?s).*\"(Name|Path|SecretId)\":\"([^\"]*)\".*", "$2");
        if (body.contains("Action=AssumeRole")) {
            send(exchange, 200, "text/xml", """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                <AccessKeyId>KEYOFROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>\
                """);
            return;
        }
        String found = Optional.ofNullable(ANSWERS.get(asked)).orElse("").replace('\'', '"');
        String type = target == null ? "application/xml" : "application/x-amz-json-1.1";
        if (!found.isEmpty()) {
            send(exchange, 200, type, found);
        } else if (target == null) {
            send(exchange, 404, type, "<Error><Code>NoSuchKey</Code><Message>no such key</Message></Error>");
        } else {
            String code = target.contains("SSM") ? "ParameterNotFound" : "ResourceNotFoundException";
            send(exchange, 400, type, "{\"__type\": \"" + code + "\", \"message\": \"none\"}");
        }
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Object resolve(String reference) {
        ReferenceSettings settings =
                ReferenceSettings.of(Path.of(""), environment).with(ReferenceModules.installed());
        return References.of(settings, new SecretMask()).apply("ref+" + reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        awsssm://plain                            | P
        awsssm:///plain                           | P
        awsssm://slash/                           | kept
        awsssm://plain?version=1                  | old
        awsssm://foo?recursive=true#/b/c          | C
        awsssm://foo#/a                           | A
        awsssm://doc?mode=singleparam#/a/b        | 1
        awssecrets://team/key                     | S
        awssecrets://team/doc#/foo/bar            | x
        awssecrets://bin                          | hello
        awssecrets://arn:aws:secretsmanager:eu-west-1:1:secret:key | by arn
        s3://bucket/d.yaml#/foo/bar               | 7
        tfstates3://bucket/s.tfstate/output.url   | u
        """)
    void valuesAreFound(String reference, String value) {
        assertEquals(value, String.valueOf(resolve(reference)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        awsssm://none           | get parameter: operation error SSM: GetParameter, https response error StatusCode: 400, RequestID: , ParameterNotFound: none
        awsssm://plain?version=x | version can't be converted to Int
        awsssm://plain?version=9 | datasource.ssm.Get() out.Parameter.Value is nil
        awsssm://empty#/a       | ssm: out.Parameters is empty
        awssecrets://none       | get parameter: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: , ResourceNotFoundException: none
        s3://bucket/none        | getting s3 object: operation error S3: GetObject, https response error StatusCode: 404, RequestID: , HostID: , NoSuchKey: no such key
        s3://bucket             | "bucket" names no object: s3://BUCKET/KEY
        """)
    void refusalsAreTheToolsOwn(String reference, String words) {
        DecsException refused = assertThrows(DecsException.class, () -> resolve(reference));
        assertEquals("expand " + reference + ": " + words, refused.getMessage());
    }

    @Test
    void aRoleIsTakenOnFirst() {
        assertEquals("P", resolve("awsssm://plain?role_arn=arn:aws:iam::1:role/r"));
        assertTrue(callers.get(0).contains("KEYOFTEST"), callers::toString);
        assertTrue(callers.get(1).contains("KEYOFROLE"), callers::toString);
    }

    @Test
    void bucketsAreReadLikeServersOfTheWeb() {
        Http http = new Http(Duration.ofSeconds(10), 0, environment, Readers.installed());
        byte[] found = http.bytes(Call.get(URI.create("s3://bucket/d.yaml"), Access.anonymous("")));
        assertEquals("foo: {bar: 7}", new String(found, StandardCharsets.UTF_8));
        DecsException none = assertThrows(
                DecsException.class, () -> http.bytes(Call.get(URI.create("s3://bucket/none"), Access.anonymous(""))));
        assertEquals("failed to fetch s3://bucket/none : 404 Not Found", none.getMessage());
        DecsException large = assertThrows(
                DecsException.class,
                () -> http.bytes(Call.get(URI.create("s3://bucket/d.yaml"), Access.anonymous(""))
                        .atMost(5)));
        assertEquals("s3://bucket/d.yaml is larger than 5 bytes", large.getMessage());
    }
}
