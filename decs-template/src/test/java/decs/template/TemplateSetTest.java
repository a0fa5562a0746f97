package decs.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.template.exec.TemplateCache;
import decs.template.language.FunctionTable;
import decs.template.language.GoKind;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateOptions;
import decs.template.source.Frame;
import decs.template.source.Problem;
import decs.template.source.ProblemPrinter;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateSetTest {
    private static final TemplateOptions OPTIONS = TemplateOptions.of(TemplateWorld.functions());

    private static String render(TemplateSet set, String name, Object data) {
        StringBuilder out = new StringBuilder();
        set.render(name, data, Host.system(), Limits.defaults(), out);
        return out.toString();
    }

    private static TemplateException failure(TemplateSet set, String name, Object data) {
        return assertThrows(TemplateException.class, () -> render(set, name, data));
    }

    @Test
    void laterNonBlankDefinitionsReplaceEarlierOnes() {
        TemplateSet set = TemplateSet.compile(
                List.of(
                        Source.of("a", "{{ define \"x\" }}first{{ end }}{{ define \"y\" }}kept{{ end }}"),
                        Source.of("b", "{{ define \"x\" }}second{{ end }}{{ define \"y\" }} {{ end }}"),
                        Source.of("c", "{{ template \"x\" }} {{ template \"y\" }}")),
                OPTIONS);
        assertEquals("second kept", render(set, "c", null));
        assertTrue(set.defines("x"));
        assertFalse(set.defines("z"));
    }

    @Test
    void unknownTemplatesAreNamed() {
        TemplateSet set = TemplateSet.compile(List.of(), OPTIONS);
        assertEquals(
                "template: no template \"x\" associated with template \"gotpl\"",
                failure(set, "x", null).getMessage());
    }

    @Test
    void hyphenatedFieldsNeedTheOption() {
        Source source = Source.of("a", "{{ .app-data.top-2 }}{{ $.app-data.x -}} {{ 3 -}} ");
        TemplateException refused =
                assertThrows(TemplateException.class, () -> TemplateSet.compile(List.of(source), OPTIONS));
        assertEquals("template: a:1: bad character U+002D '-'", refused.getMessage());

        ValueMap inner = new ValueMap();
        inner.put("top-2", "two");
        inner.put("x", "X");
        ValueMap data = new ValueMap();
        data.put("app-data", inner);
        TemplateSet set = TemplateSet.compile(List.of(source), OPTIONS.withHyphenatedFields());
        assertEquals("twoX3", render(set, "a", data));
        assertEquals(
                List.of("a:1:4", "a:1:13", "a:1:26"),
                set.hyphenatedFields().stream().map(Object::toString).toList());
    }

    @Test
    void oneCacheServesSetsWithDifferentFunctions() {
        TemplateCache cache = TemplateCache.create();
        List<Source> sources = List.of(Source.of("a", "{{ f 1 }}"));
        for (String result : List.of("one", "two", "one")) {
            FunctionTable table = FunctionTable.builder()
                    .of("f", GoKind.ANY, ignored -> result)
                    .build();
            assertEquals(result, render(TemplateSet.compile(sources, TemplateOptions.of(table), cache), "a", null));
        }
    }

    @Test
    void failuresKnowTheirTrailAndTheOriginOfTheValue() {
        Source values = Source.of("values.yaml", "image:\n  tag:\n");
        ValueMap image = new ValueMap();
        image.put("tag", null, values, 9);
        ValueMap data = new ValueMap();
        data.put("image", image, values, 0);
        TemplateSet set = TemplateSet.compile(
                List.of(
                        Source.of("app/_h.tpl", "{{ define \"tag\" }}\n{{ .image.tag.major }}{{ end }}"),
                        Source.of("app/d.yaml", "tag: é{{ include \"tag\" . }}")),
                OPTIONS);
        TemplateException failed = failure(set, "app/d.yaml", data);
        assertEquals(
                "template: app/d.yaml:1:10: executing \"app/d.yaml\" at <include \"tag\" .>: error calling include: "
                        + "template: app/_h.tpl:2:9: executing \"tag\" at <.image.tag.major>: "
                        + "nil pointer evaluating interface {}.major",
                failed.getMessage());
        assertEquals("nil pointer evaluating interface {}.major", failed.causeText());
        assertEquals(
                List.of("error calling include", ""),
                failed.levels().stream().map(TemplateException.Level::link).toList());
        Problem problem = failed.problems().get(0);
        assertEquals("app/_h.tpl:2:10", problem.at().orElseThrow().toString());
        assertEquals("values.yaml:2:3", problem.origin().orElseThrow().toString());
        assertEquals(
                List.of("app/d.yaml:1:10"),
                problem.trail().stream().map(Frame::at).map(Object::toString).toList());
        assertTrue(ProblemPrinter.print(failed.problems()).contains("value from values.yaml:2:3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "{{ .maps.zz.y }}          | .maps is a list here, not a mapping",
                "{{ .m.aa.y }}             | did you mean a?",
                "{{ .m.other.y }}          | .m.other is not set; where that is allowed, write (.m.other) in"
                        + " parentheses, or use with",
                "{{ upper .w }}            | convert it with toString",
                "{{ add1 .w }}             | numbers of YAML and JSON are float64; convert it with int",
                "{{ uper .s }}             | did you mean upper?",
                "{{ template \"b.yaml\" }} | did you mean a.yaml?",
                "{{ fail \"x\" }}          | ",
            })
    void hintsSayWhatToDo(String template, String hint) {
        TemplateException failed = assertThrows(TemplateException.class, () -> {
            TemplateSet set = TemplateSet.compile(List.of(Source.of("a.yaml", template)), OPTIONS);
            render(set, "a.yaml", TemplateWorld.data());
        });
        assertEquals(hint, failed.problems().get(0).hint().orElse(null));
    }

    @Test
    void whatIsAttachedReachesTheFunctions() {
        FunctionTable table = FunctionTable.builder()
                .calling("attached", List.of(), (call, args) -> call.attachment())
                .build();
        TemplateSet set = TemplateSet.compile(List.of(Source.of("a", "{{ attached }}")), TemplateOptions.of(table));
        StringBuilder out = new StringBuilder();
        set.render("a", null, Host.system(), "here", Limits.defaults(), out);
        assertEquals("here", out.toString());
    }
}
