package decs.cli.release;

import decs.template.TemplateSet;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateOptions;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.sprig.Sprig;
import java.util.List;
import java.util.Map;

/**
 * What a new release is called. Mirrors: action.Install.NameAndChart.
 *
 * @param words {@code [NAME] CHART}
 */
record NewName(List<String> words, boolean generate, String template) {

    String make(Host host) {
        if (words.size() == 2) {
            if (generate) {
                throw new DecsException("cannot set --generate-name and also specify a name");
            }
            if (!template.isEmpty()) {
                throw new DecsException("cannot set --name-template and also specify a name");
            }
            return words.get(0);
        }
        if (!template.isEmpty()) {
            return ofTemplate(host);
        }
        if (!generate) {
            throw new DecsException("must either provide a name or specify --generate-name");
        }
        String base = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        int dot = base.indexOf('.');
        base = dot >= 0 ? base.substring(0, dot) : base;
        return (base.isEmpty() ? "chart" : base) + "-" + host.clock().instant().getEpochSecond();
    }

    private String ofTemplate(Host host) {
        StringBuilder out = new StringBuilder();
        TemplateSet.compile(List.of(Source.of("name-template", template)), TemplateOptions.of(Sprig.functions()))
                .render("name-template", Map.of(), host, Limits.defaults(), out);
        return out.toString();
    }
}
