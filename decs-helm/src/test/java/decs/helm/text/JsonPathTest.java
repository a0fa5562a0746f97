package decs.helm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code helm show values --jsonpath} of Helm 4.3.1 prints. */
class JsonPathTest {
    private static final Object VALUES = Yaml.read(Source.of("values.yaml", """
        a:
          b: [1, 2.5, {x: true, z: null}]
          s: "t <&>"
          "k.l": 5
          "n": null
        big: 1000000
        t: true
        e: {}
        l: []
        f: [{k: v, num: 2.5, m: [1, 2]}, {k: w, num: 5.5, z: null, t: true, m: [3]}]
        g: [null, 1]
        """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{.a.b} ~ [1,2.5,{\"x\":true,\"z\":null}]",
                "{.a.s} ~ t <&>",
                ".a.s ~ .a.s",
                "x{.t}y {.big} ~ xtruey 1e+06",
                "{.a.b[0]} ~ 1",
                "{.a.b[-1]} ~ {\"x\":true,\"z\":null}",
                "{.a.b[9]}{.nope.x}{.a.n}{.l[0]}{.t.x}{.s[0]}{a.s}{end} ~ ``",
                "{.a.b[*].x} ~ true",
                "{.a.b[0:2]} ~ 1 2.5",
                "{.a.b[0,1]} ~ 1 2.5",
                "{.a.b[::2]} ~ 1 {\"x\":true,\"z\":null}",
                "{.a.b[:-1]} ~ 1 2.5",
                "{.a['s']} ~ t <&>",
                "{.a['k.l']} ~ ``",
                "{.a.k\\.l} ~ 5",
                "{.e}{.l} ~ {}[]",
                "{$.t}{@.t}{..x} ~ truetruetrue",
                "{range .a.b[*]}[{@}]{end}{\"q\"} ~ [1][2.5][{\"x\":true,\"z\":null}]q",
                "{range .a.b[*]}[{}]{end} ~ [1][2.5][{\"x\":true,\"z\":null}]",
                "{range .l[*]}[{@}]{end}| ~ |",
                "{.f[?(@.num>2.5)].k} ~ w",
                "{.f[?(@.num>=2.5)].k} ~ v w",
                "{.f[?(@.k=='v')].num} ~ 2.5",
                "{.f[?(@.k!=\"v\")].num} ~ 5.5",
                "{.f[?(@.t)].k}{.a.s} ~ wt <&>",
                "{.f[?(@.t==true)].k} ~ ``",
                "{.f[?(@.num==2)].k}{.a.s} ~ ``",
                "{.f[?(1==1)].k} ~ v w",
                "{.f[*].z} ~ null",
                "{.a.n}x ~ nullx",
                "x{.a.nope} ~ ``",
                "x{.a.b[9]} ~ ``",
                "x{.a.b[1:9]} ~ ``",
                "x{.a.b[::-1]} ~ ``",
                "{range .f[*]}<{.z}>{end} ~ ``",
                "{range .g[*]}<{@}>{end} ~ <<no value>><1>",
                "{range .f[*]}{range .m[*]}{@},{end};{end} ~ 1,2,;3,;",
            })
    void prints(String path, String text) {
        assertEquals(text, JsonPath.print(path, VALUES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{.a ~ unclosed action",
                "{.a.b[x]} ~ invalid array index x",
                "{.a[\"s\"]} ~ invalid array index \"s\"",
                "{.a.b[0} ~ unterminated array",
                "{.a.b[?(@.x)} ~ unclosed array expect ]",
                "{.f[?(@.num==5 && @.k)]} ~ unrecognized character in action: U+0026 '&'",
            })
    void refuses(String path, String why) {
        DecsException refusal = assertThrows(DecsException.class, () -> JsonPath.print(path, VALUES));
        assertEquals("error parsing jsonpath " + path + ": " + why, refusal.getMessage());
    }
}
