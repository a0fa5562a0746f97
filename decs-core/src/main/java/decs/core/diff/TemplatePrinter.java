package decs.core.diff;

import decs.template.TemplateSet;
import decs.template.language.FunctionTable;
import decs.template.language.GoKind;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateOptions;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;

/**
 * helm-diff's {@code template} form: a template of the user's own on the list of changes, each with {@code .API},
 * {@code .Kind}, {@code .Namespace}, {@code .Name} and {@code .Change}.
 */
public final class TemplatePrinter implements DiffPrinter {
    private static final FunctionTable FUNCTIONS = FunctionTable.builder()
            .of(
                    "last",
                    GoKind.INT,
                    GoKind.ANY,
                    (index, list) -> ((Number) index).longValue() == ((List<?>) list).size() - 1)
            .build();

    private final Source template;
    private final Host host;

    public TemplatePrinter(Source template, Host host) {
        this.template = template;
        this.host = host;
    }

    @Override
    public String print(ManifestDiff diff, DiffStyle style) {
        List<Object> entries = new ArrayList<>();
        for (ObjectChange change : diff.changes()) {
            ValueMap entry = new ValueMap();
            entry.put("API", change.key().api());
            entry.put("Kind", change.key().kind());
            entry.put("Namespace", change.key().namespace());
            entry.put("Name", change.key().name());
            entry.put("Change", JsonPrinter.word(change, style));
            entries.add(entry);
        }
        StringBuilder out = new StringBuilder();
        TemplateSet.compile(List.of(template), TemplateOptions.of(FUNCTIONS))
                .render(template.name(), entries, host, Limits.defaults(), out);
        return out.append('\n').toString();
    }
}
