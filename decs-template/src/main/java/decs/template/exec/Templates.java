package decs.template.exec;

import decs.template.language.TemplateOptions;
import decs.template.parse.ParseException;
import decs.template.source.Position;
import decs.template.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of a set of templates that may call each other. A text run by {@code tpl} sees a set laid over the running
 * one, which holds its own definitions.
 */
public final class Templates {
    private final Templates below;
    private final Map<String, LinkedTemplate> own = new HashMap<>();
    private final TemplateOptions options;
    private final TemplateCache cache;
    private final List<Position> hyphenated = new ArrayList<>();
    private int ids;

    private Templates(Templates below, TemplateOptions options, TemplateCache cache) {
        this.below = below;
        this.options = options;
        this.cache = cache;
        this.ids = below == null ? 0 : below.ids;
    }

    /**
     * Compiles {@code sources} in the order given, each a template under its own name.
     *
     * @throws ParseException at the first that does not parse
     */
    public static Templates compile(List<Source> sources, TemplateOptions options, TemplateCache cache) {
        Templates set = new Templates(null, options, cache);
        for (Source source : sources) {
            set.add(source, cache.program(source, options));
        }
        return set;
    }

    /** A set over this one with the definitions of {@code text}, which it links under the name of its source. */
    Templates with(Source source, Program text) {
        Templates over = new Templates(this, options, cache);
        over.add(source, text);
        return over;
    }

    /** Where a field with a hyphen was accepted, in the order met. */
    public List<Position> hyphenated() {
        return List.copyOf(hyphenated);
    }

    /** All names, in no order. */
    public Set<String> names() {
        return Set.copyOf(own.keySet());
    }

    public boolean defines(String name) {
        return find(name) != null;
    }

    /** All names, those of the sets below among them. */
    Set<String> allNames() {
        Set<String> names = new TreeSet<>();
        for (Templates set = this; set != null; set = set.below) {
            names.addAll(set.own.keySet());
        }
        return names;
    }

    LinkedTemplate find(String name) {
        for (Templates set = this; set != null; set = set.below) {
            LinkedTemplate found = set.own.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    TemplateOptions options() {
        return options;
    }

    TemplateCache cache() {
        return cache;
    }

    private void add(Source source, Program program) {
        for (Body body : program.definitions()) {
            if (body.name().equals(source.name())
                    && !body.blank()
                    && !program.main().blank()) {
                throw ParseException.multipleDefinition(source.at(source.text().length()), body.name());
            }
            add(body.name(), source, body);
        }
        add(source.name(), source, program.main());
        for (int offset : program.hyphenated()) {
            hyphenated.add(source.at(offset));
        }
    }

    /** A blank template replaces none. Mirrors: text/template Template.associate. */
    private void add(String name, Source source, Body body) {
        LinkedTemplate before = find(name);
        if (before == null) {
            own.put(name, new LinkedTemplate(name, source, body, ids++));
        } else if (!body.blank()) {
            own.put(name, new LinkedTemplate(name, source, body, before.id()));
        }
    }
}
