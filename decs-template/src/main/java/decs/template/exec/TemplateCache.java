package decs.template.exec;

import decs.template.language.FunctionTable;
import decs.template.language.TemplateOptions;
import decs.template.parse.DeepStack;
import decs.template.parse.ParseException;
import decs.template.parse.ParsedText;
import decs.template.parse.TemplateParser;
import decs.template.source.Source;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compiled template texts by their text, to be shared by all renders of a process: the same helper file in many charts
 * is parsed once. It holds about as much text as it was made for; what was not asked for of late goes first. Safe to
 * share between threads.
 */
public final class TemplateCache {
    private static final long MOST_CHARS = 256L << 20;
    /** The part of the heap that texts may take; their programs take about three times as much. */
    private static final long PART_OF_HEAP = 24;
    /** What renders need for themselves, and the part that texts may take of a heap that has more. */
    private static final long SMALL_HEAP = 256L << 20;

    private static final long PART_OF_REST = 5;

    private final long maxChars;
    private final boolean traced;
    private final AtomicLong chars = new AtomicLong();
    private volatile Map<Key, Program> young = new ConcurrentHashMap<>();
    private volatile Map<Key, Program> old = Map.of();

    private record Key(String text, boolean hyphenatedFields) {}

    private TemplateCache(long maxChars, boolean traced) {
        this.maxChars = maxChars;
        this.traced = traced;
    }

    /** A cache as large as the heap allows, up to 256 million characters of templates. */
    public static TemplateCache create() {
        long heap = Runtime.getRuntime().maxMemory();
        long chars = Math.max(heap / PART_OF_HEAP, (heap - SMALL_HEAP) / PART_OF_REST);
        return new TemplateCache(Math.min(MOST_CHARS, chars), false);
    }

    /** A cache for about {@code maxChars} characters of templates. */
    public static TemplateCache holding(long maxChars) {
        return new TemplateCache(maxChars, false);
    }

    /** A small cache of programs that can tell where their texts come from; they are slower. */
    public static TemplateCache tracing() {
        return new TemplateCache(1 << 20, true);
    }

    /**
     * The program of a text.
     *
     * @throws ParseException when the text is no template
     */
    Program program(Source source, TemplateOptions options) {
        return program(source, options, () -> {});
    }

    /** As above; {@code parsing} is told when the text is not known yet. */
    Program program(Source source, TemplateOptions options, Runnable parsing) {
        if (source.text().indexOf("{{") < 0) {
            return Program.plain(source.text());
        }
        Key key = new Key(source.text(), options.hyphenatedFields());
        FunctionTable functions = options.functions();
        Program found = young.get(key);
        if (found == null) {
            found = old.get(key);
            if (found != null && found.fits(functions)) {
                keep(key, found);
            }
        }
        if (found != null && found.fits(functions)) {
            return found;
        }
        parsing.run();
        ParsedText parsed = TemplateParser.parse(source, Builtins.known(functions), options.hyphenatedFields());
        Program program = parsed.nestedDeeply()
                ? DeepStack.call(() -> Compiler.compile(parsed, functions, traced))
                : Compiler.compile(parsed, functions, traced);
        keep(key, program);
        return program;
    }

    private void keep(Key key, Program program) {
        young.put(key, program);
        if (chars.addAndGet(key.text().length()) > maxChars / 2) {
            turn();
        }
    }

    private synchronized void turn() {
        if (chars.get() > maxChars / 2) {
            old = young;
            young = new ConcurrentHashMap<>();
            chars.set(0);
        }
    }
}
