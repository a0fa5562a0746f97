package decs.template.usage;

import decs.template.parse.Definition;
import decs.template.parse.KnownFunctions;
import decs.template.parse.ParseException;
import decs.template.parse.ParsedText;
import decs.template.parse.TemplateParser;
import decs.template.source.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what a set of templates reads of the data that they get, by following fields, variables, {@code with}, {@code
 * include} and the data handed on. Whatever cannot be followed counts as read whole, so that nothing is called unread that
 * is not. Texts that {@code tpl} may run are templates, too.
 */
public final class TemplateReads {
    private static final KnownFunctions ALL = new KnownFunctions() {
        @Override
        public boolean contains(String name) {
            return true;
        }

        @Override
        public Collection<String> names() {
            return List.of();
        }
    };

    private final Map<String, Definition> definitions = new HashMap<>();
    private final List<String> texts;

    /**
     * The templates in {@code sources}, which do not have to parse.
     *
     * @param texts what {@code tpl} may be given to run
     */
    public TemplateReads(List<Source> sources, List<String> texts) {
        for (Source source : sources) {
            ParsedText parsed = parse(source);
            if (parsed != null) {
                parsed.definitions().forEach(definition -> definitions.put(definition.name(), definition));
                definitions.put(source.name(), parsed.main());
            }
        }
        this.texts = texts.stream().filter(text -> text.contains("{{")).toList();
    }

    /** What the named templates read, each run on the whole data. */
    public Reads of(List<String> names) {
        Walk walk = new Walk(this);
        names.forEach(name -> walk.run(name, Reach.ROOT));
        return walk.reads();
    }

    Definition find(String name) {
        return definitions.get(name);
    }

    List<Definition> texts() {
        return texts.stream()
                .map(text -> parse(Source.of("tpl", text)))
                .filter(parsed -> parsed != null)
                .map(ParsedText::main)
                .toList();
    }

    private static ParsedText parse(Source source) {
        try {
            return TemplateParser.parse(source, ALL, false);
        } catch (ParseException broken) {
            return null;
        }
    }
}
