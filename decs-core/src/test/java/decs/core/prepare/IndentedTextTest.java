package decs.core.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as go-yaml v3 writes them with an indent of two after reading them. */
class IndentedTextTest {
    @Test
    void indentsListsBelowTheirKeys() {
        String before = """
            # Source: web/templates/pod.yaml
            kind: Pod
            metadata:
                name: p   # the pod
                labels: {a: b}

            spec:
              containers:
              - name: a
                args: ["x", 'y']
                # why
                env:
                - {name: e, value: v}
                resources:
                  {}
              - name: b
            data:
              text: |
                  one
                    two

              list:
              - - x
              - |-
                three
            """;
        String after = """
            # Source: web/templates/pod.yaml
            kind: Pod
            metadata:
              name: p # the pod
              labels: {a: b}
            spec:
              containers:
                - name: a
                  args: ["x", 'y']
                  # why
                  env:
                    - {name: e, value: v}
                  resources: {}
                - name: b
            data:
              text: |
                one
                  two
              list:
                - - x
                - |-
                  three
            """;
        assertEquals(Optional.of(after), IndentedText.of(before));
        assertEquals(Optional.of(after), IndentedText.of(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: one\n  two\n",
                "a: 'one\n  two'\n",
                "a: &x b\n",
                "a: !!str b\n",
                "a: >\n  b\n",
                "a: {b: c:1}\n",
                "# alone\n\na: b\n",
                "a: |\n  trailing \n",
                "a: |+\n  kept\n\n",
                "a:\n\t- b\n"
            })
    void leavesAloneWhatLinesDoNotShow(String document) {
        assertEquals(Optional.empty(), IndentedText.of(document));
    }

    @Test
    void fillsTheNamespaceAtTheEndOfTheMetadata() {
        assertEquals(
                "metadata:\n  name: a\n  namespace: ns\nports:\n  - 80\n",
                NamespaceFill.fill("metadata:\n  name: a\n\nports:\n- 80\n", "ns"));
        assertEquals("metadata: {name: a, namespace: ns}\n", NamespaceFill.fill("metadata: {name: a}\n", "ns"));
        assertEquals(
                "metadata:\n  namespace: own\nl:\n  - 1\n",
                NamespaceFill.fill("metadata:\n  namespace: own\nl:\n- 1\n", "ns"));
        assertEquals(
                "metadata:\n  name: a\n  namespace: ns\n",
                NamespaceFill.fill("{\"metadata\": {\"name\": \"a\"}}\n", "ns"));
    }
}
