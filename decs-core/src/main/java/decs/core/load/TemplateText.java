package decs.core.load;

import decs.core.functions.FunctionScope;
import decs.core.functions.HelmfileFunctions;
import decs.template.TemplateException;
import decs.template.TemplateSet;
import decs.template.exec.IncludeFunctions;
import decs.template.exec.TemplateCache;
import decs.template.jinja.JinjaEngine;
import decs.template.language.FunctionTable;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.MissingKey;
import decs.template.language.TemplateOptions;
import decs.template.source.DecsException;
import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.sprig.Sprig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Renders helmfile's own templates: Sprig and helmfile's functions, missing keys as errors, the helpers {@code _*.tpl} of
 * the base folder. A hyphen in a field chain, which Go refuses, is accepted with one notice that shows the portable
 * spelling.
 */
public final class TemplateText {
    private static final String NAME = "stringTemplate";
    private static final String JINJA = ".j2";
    private static final FunctionTable SPRIG = sprig();

    private final Host host;
    private final Limits limits;
    private final boolean helpers;
    private final Consumer<String> notices;
    private final TemplateCache cache = TemplateCache.create();
    private final Set<String> noticed = ConcurrentHashMap.newKeySet();

    /** @param helpers whether {@code _*.tpl} files are read and {@code include} exists (not in helmfile 0.x) */
    public TemplateText(Host host, Limits limits, boolean helpers, Consumer<String> notices) {
        this.host = host;
        this.limits = limits;
        this.helpers = helpers;
        this.notices = notices;
    }

    private static FunctionTable sprig() {
        FunctionTable all = Sprig.functions();
        FunctionTable renamed =
                FunctionTable.builder().take("sprigGet", all.find("get")).build();
        return all.without("get").plus(renamed);
    }

    /** Whether a values file is a template, by its name: Go's, or Jinja's. */
    static boolean isTemplate(String name) {
        return name.endsWith(".gotmpl") || name.endsWith(JINJA);
    }

    /** The text that a values file gives on {@code data}, in the language that its name tells. */
    String renderValues(Source source, TemplateData data, FunctionScope scope) {
        return source.name().endsWith(JINJA)
                ? new JinjaEngine(limits).render(source, data.fields())
                : render(source, data, scope);
    }

    /** The text that {@code text}, which people know as {@code file}, gives on {@code data}. */
    public String render(String file, String text, Object data, FunctionScope scope) {
        return render(Source.of(file, text), data, scope);
    }

    /** The text that the template {@code source} gives on {@code data}. */
    public String render(Source source, Object data, FunctionScope scope) {
        StringBuilder out = new StringBuilder(source.text().length() * 2);
        render(source, data, scope, MissingKey.ERROR, out);
        return out.toString();
    }

    /** The same into {@code out}, which on failure holds what was written until then. */
    void render(Source source, Object data, FunctionScope scope, MissingKey missingKey, StringBuilder out) {
        String text = source.text();
        if (!text.contains("{{")) {
            out.append(text);
            return;
        }
        List<Source> sources = new ArrayList<>(helperFiles(scope.base()));
        sources.add(Source.of(NAME, text));
        try {
            compile(source, sources, functions(scope), missingKey).render(NAME, data, host, limits, out);
        } catch (TemplateException failure) {
            List<Problem> problems = failure.problems().stream()
                    .map(problem -> problem.moved(at -> placed(at, source)))
                    .toList();
            throw new DecsException(failure.getMessage(), problems, failure);
        }
    }

    /** Go's name for every text becomes the file that it came from. */
    private static Position placed(Position at, Source source) {
        return at.source().name().equals(NAME) ? source.at(at.offset()) : at;
    }

    private TemplateSet compile(Source source, List<Source> sources, FunctionTable functions, MissingKey missingKey) {
        TemplateOptions options = TemplateOptions.of(functions).withMissingKey(missingKey);
        try {
            return TemplateSet.compile(sources, options, cache);
        } catch (TemplateException strict) {
            if (!strict.getMessage().contains("bad character U+002D '-'")) {
                throw strict;
            }
            TemplateSet lenient = TemplateSet.compile(sources, options.withHyphenatedFields(), cache);
            notice(source, lenient.hyphenatedFields());
            return lenient;
        }
    }

    private void notice(Source source, List<Position> fields) {
        if (fields.isEmpty() || !noticed.add("hyphens")) {
            return;
        }
        Position first = placed(fields.get(0), source);
        String chain = chain(first);
        notices.accept(first + ": " + chain + " has a hyphen in a field name, which is not portable; write "
                + portable(chain) + " (said once, for all files)");
    }

    /** The whole chain of fields that a place is in. */
    private static String chain(Position at) {
        String text = at.source().text();
        int from = at.offset();
        int to = at.offset();
        while (from > 0 && isInChain(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && isInChain(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isInChain(char c) {
        return Character.isLetterOrDigit(c) || "_.$-".indexOf(c) >= 0;
    }

    /** {@code index .a "b-c"} for {@code .a.b-c}. */
    private static String portable(String chain) {
        String way = "";
        for (String field : chain.split("\\.", -1)) {
            boolean root = field.isEmpty() || field.startsWith("$");
            if (field.contains("-")) {
                String from = way.startsWith("index ") ? "(" + way + ")" : way.isEmpty() ? "." : way;
                way = "index " + from + " \"" + field + "\"";
            } else if (root) {
                way += field;
            } else {
                way = (way.startsWith("index ") ? "(" + way + ")" : way) + "." + field;
            }
        }
        return way;
    }

    private FunctionTable functions(FunctionScope scope) {
        FunctionTable all = SPRIG.plus(HelmfileFunctions.table(scope))
                .plus(IncludeFunctions.table(NAME, IncludeFunctions.NoValue.KEPT));
        return helpers ? all : all.without("include", "isDir");
    }

    private List<Source> helperFiles(Path folder) {
        if (!helpers || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Source> sources = new ArrayList<>();
            for (Path file : files.filter(TemplateText::isHelper).sorted().toList()) {
                sources.add(Source.of(file.getFileName().toString(), Files.readString(file)));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new DecsException("open " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static boolean isHelper(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("_") && name.endsWith(".tpl");
    }
}
