package decs.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.core.functions.Trust;
import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What helmfile 1.8 made of the same references. */
class ReferencesTest {
    @TempDir
    Path base;

    private final SecretMask mask = new SecretMask();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(
                base.resolve("d.yaml"),
                "a: {b: deep}\nnum: 5\nf: 1.5\nl: [1, {x: 2}]\nn: null\nref: ref+echo://again\nbig: 12345678901\n");
        Files.writeString(base.resolve("t.txt"), "text");
    }

    private Object resolve(Object value, Map<String, String> more) {
        ValueMap environment = new ValueMap(Map.of("FOO", "foo-val", "YY", "a: 1", "EMPTY", ""));
        environment.putAll(more);
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        environment.forEach((name, text) -> texts.put(name, (String) text));
        return References.of(ReferenceSettings.of(base, texts), mask).apply(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "ref+echo://hello | hello",
                "ref+echo://a | ref+echo://a",
                "ref+echo://foo/bar/ | foo/bar",
                "ref+echo://foo//bar | foo//bar",
                "ref+echo:///abs/x | /abs/x",
                "ref+echo://foo/bar/baz#/foo/bar | baz",
                "ref+echo://foo/bar/baz#foo/bar | baz",
                "x ref+echo://foo y | x foo y",
                "ref+echo://foo+x | foox",
                "ref+echo://aa+ref+echo://bb+ | aabb",
                "ref+echo://ref+file://d.yaml#/ref+ | again",
                "ref+file://d.yaml#/ref | ref+echo://again",
                "n=ref+file://d.yaml#/n | n=<nil>",
                "n=ref+file://d.yaml#/a | n=map[b:deep]",
                "n=ref+file://d.yaml#/l | n=[1 map[x:2]]",
                "n=ref+file://d.yaml#/f | n=1.5",
                "n=ref+file://d.yaml#/big | n=12345678901",
                "ref+file://d.yaml#/num | 5",
                "ref+file://d.yaml#/a/zz | <nil>",
                "ref+file://d.yaml#/zz/yy | <nil>",
                "ref+file://t.txt?encode=base64 | dGV4dA==",
                "ref+envsubst://$FOO | foo-val",
                "ref+envsubst://x/${FOO} | x/foo-val",
                "ref+envsubst://x/${NOPE:-dd} | x/dd",
                "ref+envsubst://$YY#/a | 1",
                "ref+envsubst://$FOO/$NOPE/z | foo-val//z",
                "ref+envsubst://a/${EMPTY-d} | a/",
                "ref+envsubst://a/${EMPTY:-d} | a/d",
                "ref+envsubst://a/${NOPE=d} | a/d",
                "ref+envsubst://a/$$FOO | a/$FOO",
                "ref+envsubst://a/$1 | a/",
                "ref+envsubst://a/$FOO-x | a/foo-val-x",
                "ref+ECHO://xx | xx",
                "ref+echo:/// | ref+echo:///",
                "ref+echo://foo?x=1 | foo",
                "ref+echo://u@h/x | h/x",
                "ref+echo://u:p@h/x | h/x",
                "ref+echo://h:80/x | h:80/x",
                "ref+echo://\"foo\" | \"foo\"",
                "ref+echo://foo,bar | foo,bar",
                "ref+echo://foo, | foo,",
                "ref+echo://a<b | a<b",
                "secretref+echo://xyz | xyz",
                "Xref+echo://xyz | Xxyz",
                "ref+echo://fo/{o} | fo/{o}",
                "ref+echo://foo/ref+echo://xx | foo/xx",
                "ref+echo://xref+echo://yy | xyy",
                "ref+echo://secretref+echo://yy/k | yy/k",
                "ref+echo://ref+file://d.yaml#/num+ | ref+echo://5",
                "ref+echo://ref+echo://aa+/bb | aa/bb",
                "ref+echo://xx/ref+echo://aa+/bb+ and ref+echo://cc | xx/aa/bb and cc",
                "ref+file://ref+echo://t.txt | text",
                "ref+echo://ref | ref",
                "ref+exec://echo/hello | hello",
                "ref+exec://echo/one?args=two,three | one two three",
                "ref+exec:///bin/echo?args=x,y | x y",
                "ref+exec://cat/d.yaml#/a/b | deep",
                "ref+exec://sh?args=-c,echo%20$V&env_V=seen | seen"
            })
    void resolved(String text, String want) {
        assertEquals(want, GoFormat.value(resolve(text, Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ref+echo://ref+file://d.yaml#/a+ | nested ref file://d.yaml#/a resolved to map[string]interface {};"
                        + " nested refs must resolve to scalar values",
                "ref+echo://ref+file://d.yaml#/n+ | nested ref file://d.yaml#/n resolved to nil",
                "ref+nosuch://xx | expand nosuch://xx: no provider registered for scheme \"nosuch\"",
                "ref+://xx | expand ://xx: parse \"://xx\": missing protocol scheme",
                "ref+envsubst://${FOO} | expand envsubst://${FOO}: parse \"envsubst://${FOO}\": invalid character"
                        + " \"{\" in host name",
                "ref+envsubst://${BAR:-dflt} | expand envsubst://${BAR:-dflt}: parse \"envsubst://${BAR:-dflt}\":"
                        + " invalid port \":-dflt}\" after host",
                "ref+echo://foo%20bar | expand echo://foo%20bar: parse \"echo://foo%20bar\": invalid URL escape"
                        + " \"%20\"",
                "ref+echo://%zz | expand echo://%zz: parse \"echo://%zz\": invalid URL escape \"%zz\"",
                "ref+echo://foo#/foo | expand echo://foo#/foo: key must have two or more components separated by"
                        + " \"/\": got \"foo\"",
                "ref+file://d.yaml#/l/0 | expand file://d.yaml#/l/0: unexpected type of value for key at 0=l in [l 0]:"
                        + " expected a map, got [1 map[x:2]]([]interface {})",
                "ref+file://d.yaml#/num/x | expand file://d.yaml#/num/x: unexpected type of value for key at 0=num in"
                        + " [num x]: expected a map, got 5(int)",
                "ref+file://nope.txt | expand file://nope.txt: open nope.txt: no such file or directory",
                "ref+exec://false | expand exec://false: exec provider: command \"false\" failed: exit status 1",
                "ref+exec://nosuchcmd/x | expand exec://nosuchcmd/x: exec provider: command \"nosuchcmd\" failed:"
                        + " exec: \"nosuchcmd\": executable file not found in $PATH",
                "ref+exec://sleep/5?timeout=0 | expand exec://sleep/5?timeout=0: exec provider: command \"sleep\""
                        + " failed: signal: killed",
                "ref+sops://nope.yaml#/a | expand sops://nope.yaml#/a: failed to read \"nope.yaml\": open nope.yaml:"
                        + " no such file or directory",
                "ref+envsubst://a/${FOO | expand envsubst://a/${FOO: closing brace expected"
            })
    void refused(String text, String message) {
        assertEquals(
                message,
                assertThrows(DecsException.class, () -> resolve(text, Map.of())).getMessage());
    }

    @Test
    void nestingHasABound() {
        String deep = "ref+echo://".repeat(11) + "zz";
        assertEquals("zz", resolve(deep, Map.of()));
        assertEquals(
                "maximum nesting depth (10) exceeded",
                assertThrows(DecsException.class, () -> resolve("ref+echo://" + deep, Map.of()))
                        .getMessage());
    }

    @Test
    void treesKeepTheirShapeAndTypes() {
        Object tree = Map.of("k", List.of("ref+file://d.yaml#/l", 7, Map.of("x", "ref+echo://secret-word")));
        assertEquals(
                Map.of("k", List.of(List.of(1, Map.of("x", 2)), 7, Map.of("x", "secret-word"))),
                resolve(tree, Map.of()));
        assertEquals("got secret-word here", mask.mask("got secret-word here")); // it stands in the spec
        resolve("ref+envsubst://$WORD", Map.of("WORD", "secret-word"));
        assertEquals("got ****** here", mask.mask("got secret-word here"));
    }

    @Test
    void aMissingKeyIsAnErrorWhenAskedFor() {
        assertEquals(
                "expand file://d.yaml#/zzz: no value found for key zzz",
                assertThrows(
                                DecsException.class,
                                () -> resolve(
                                        "ref+file://d.yaml#/zzz",
                                        Map.of("HELMFILE_VALS_FAIL_ON_MISSING_KEY_IN_MAP", "true")))
                        .getMessage());
    }

    @Test
    void aMisspeltProviderIsNamed() {
        DecsException failure = assertThrows(DecsException.class, () -> resolve("ref+fille://xx", Map.of()));
        assertEquals(
                "did you mean ref+file://?", failure.problems().get(0).hint().orElse(""));
    }

    @Test
    void programsMayBeForbidden() {
        References references =
                References.of(ReferenceSettings.of(base, Map.of()).withoutPrograms(), mask);
        assertTrue(assertThrows(DecsException.class, () -> references.apply("ref+exec://echo/hi"))
                .getMessage()
                .endsWith("programs are not allowed here"));
    }

    @Test
    void clustersAreAskedThroughThePort() {
        KubernetesValues cluster = wanted -> Map.of("user", wanted.namespace() + "/" + wanted.name());
        References references = References.of(
                ReferenceSettings.of(base, Map.of()).with(Map.of("k8s", new KubernetesReferences(cluster))), mask);
        assertEquals("ns/db", references.apply("ref+k8s://v1/Secret/ns/db/user"));
        assertEquals("{\"user\":\"ns/db\"}", references.apply("ref+k8s://v1/Secret/ns/db"));
        Map<String, String> refused = Map.of(
                "v1/Pod/ns/db/k",
                "Unable to get Pod ns/db: The specified kind is not valid. Valid kinds: Secret, ConfigMap",
                "v2/Secret/ns/db/k",
                "Invalid apiVersion v2. Only apiVersion v1 is supported at this time.",
                "v1/Secret/ns",
                "Invalid path v1/Secret/ns. Path must be in the format <apiVersion>/<kind>/<namespace>/<name>[/<key>]",
                "v1/Secret/ns/db/k#/j",
                "Invalid path v1/Secret/ns/db/k. Path must be in the format <apiVersion>/<kind>/<namespace>/<name>",
                "v1/Secret/ns/db/other",
                "Key other does not exist in ns/db",
                "v1/Secret/ns/db/k?kubeConfigPath=/none",
                "kubeConfigPath URI parameter is set but path /none does not exist.");
        refused.forEach((path, words) -> assertEquals(
                "expand k8s://" + path + ": " + words,
                assertThrows(DecsException.class, () -> references.apply("ref+k8s://" + path))
                        .getMessage()));
    }

    @Test
    void modulesAreAskedForWhatIsNotBuiltIn() {
        ReferenceModule module = new ReferenceModule() {
            @Override
            public Set<String> schemes() {
                return Set.of("cloud");
            }

            @Override
            public ReferenceProvider provider(String scheme, Map<String, String> environment) {
                return new EchoReferences();
            }
        };
        ReferenceSettings settings = ReferenceSettings.of(base, Map.of())
                .with(scheme -> Optional.of(module).filter(m -> m.schemes().contains(scheme)));
        assertEquals("a/b", References.of(settings, mask).apply("ref+cloud://a/b"));
        DecsException refused = assertThrows(DecsException.class, () -> References.of(
                        new ReferenceSettings(base, Map.of(), Trust.without("remote"), Map.of(), settings.modules()),
                        mask)
                .apply("ref+cloud://a/b"));
        assertTrue(refused.getMessage().contains("ref+cloud"), refused.getMessage());
        assertEquals(
                "expand awsssm://ab: no provider registered for scheme \"awsssm\": put decs-aws.jar beside"
                        + " decs-cli.jar",
                assertThrows(DecsException.class, () -> References.of(settings, mask)
                                .apply("ref+awsssm://ab"))
                        .getMessage());
    }

    @Test
    void terraformStates() throws IOException {
        Files.writeString(base.resolve("s.tfstate"), """
            {"version":4,"outputs":{"url":{"value":"https://x"},"list":{"value":["a","b"]}},
             "resources":[
              {"mode":"managed","type":"t","name":"n","instances":[
                {"index_key":0,"attributes":{"id":"i0"}},{"index_key":"k","attributes":{"id":"ik"}}]},
              {"module":"module.m","mode":"data","type":"d","name":"e","instances":[{"attributes":{"a":{"b":5}}}]}]}
            """);
        assertEquals("https://x", resolve("ref+tfstate://s.tfstate/output.url", Map.of()));
        assertEquals("b", resolve("ref+tfstate://s.tfstate/output.list[1]", Map.of()));
        assertEquals("i0", resolve("ref+tfstate://s.tfstate/t.n[0].id", Map.of()));
        assertEquals("5", resolve("ref+tfstate://s.tfstate/module.m.data.d.e.a.b", Map.of()));
        assertFalse(References.mayBeIn("no reference"));
    }
}
