package decs.template.jinja;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.el.JinjavaNodePreProcessor;
import com.hubspot.jinjava.el.JinjavaProcessors;
import com.hubspot.jinjava.interpret.Context.Library;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.UnknownTokenException;
import com.hubspot.jinjava.tree.Node;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Renders Jinja templates, for values files whose names end in {@code .j2}; never charts. A template sees copies of plain
 * data and nothing else: no Java objects, no files, no other templates, and it has a budget of steps, time and output.
 * What is not defined is an error.
 */
public final class JinjaEngine {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_RANGE = 10_000;
    private static final int MAX_ITEMS = 1_000_000;
    private static final long MAX_OUTPUT = 64L << 20;
    private static final long MAX_STEPS = 5_000_000;
    private static final Set<String> OTHER_TEMPLATES = Set.of("include", "import", "from", "extends", "do");

    private final Jinjava jinjava = new Jinjava(base().build());
    private final Limits limits;

    public JinjaEngine(Limits limits) {
        this.limits = limits;
        jinjava.setResourceLocator((name, charset, interpreter) -> {
            throw new IOException("templates read no files: " + name);
        });
    }

    private static JinjavaConfig.Builder base() {
        return JinjavaConfig.newBuilder()
                .withDisabled(Map.of(Library.TAG, OTHER_TEMPLATES))
                .withFailOnUnknownTokens(true)
                .withNestedInterpretationEnabled(false)
                .withReadOnlyResolver(true)
                .withKeepTrailingNewline(true)
                .withTrimBlocks(true)
                .withLstripBlocks(true)
                .withMaxRenderDepth(MAX_DEPTH)
                .withMaxMacroRecursionDepth(MAX_DEPTH)
                .withRangeLimit(MAX_RANGE)
                .withMaxListSize(MAX_ITEMS)
                .withMaxMapSize(MAX_ITEMS)
                .withMaxStringLength(MAX_OUTPUT);
    }

    /**
     * The text that the template {@code source} gives on {@code data}.
     *
     * @throws DecsException with a problem for everything that is wrong, each with its line
     */
    public String render(Source source, Map<String, ?> data) {
        long output = Math.min(limits.maxOutputBytes(), MAX_OUTPUT);
        JinjavaConfig config = base().withMaxOutputSize(output)
                .withProcessors(JinjavaProcessors.newBuilder()
                        .withNodePreProcessor(new Budget(limits))
                        .build())
                .build();
        RenderResult result = jinjava.renderForResult(source.text(), PlainData.map(data), config);
        List<Problem> problems = result.getErrors().stream()
                .map(error -> problem(source, error))
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            Problem first = problems.get(0);
            String at = first.at().map(place -> place + ": ").orElse(source.name() + ": ");
            throw new DecsException(at + first.message(), problems, null);
        }
        return result.getOutput();
    }

    private static Problem problem(Source source, TemplateError error) {
        String message = message(error);
        String word = message.substring(message.lastIndexOf(' ') + 1).replace("'", "");
        int known = error.getLineno() > 0 ? source.lineStart(error.getLineno()) : 0;
        int found = source.text().indexOf(word, known);
        return Problem.at(source.at(found >= 0 ? found : known), message);
    }

    private static String message(TemplateError error) {
        for (Throwable cause = error.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DecsException || cause instanceof UnknownTokenException) {
                return cause.getMessage().replace("Unknown token found:", "nothing is called");
            }
        }
        return switch (error.getReason()) {
            case UNKNOWN -> "nothing is called " + error.getFieldName();
            case DISABLED -> "not allowed in values templates: " + error.getFieldName();
            default -> String.valueOf(error.getMessage()).replaceAll(" in class .*", "");
        };
    }

    /** Counts the nodes of one rendering, and looks at the clock and for an interrupt now and then. */
    private static final class Budget implements BiConsumer<Node, JinjavaInterpreter> {
        private final JinjavaNodePreProcessor standard = new JinjavaNodePreProcessor();
        private final long end;
        private long steps;

        Budget(Limits limits) {
            this.end = System.nanoTime() + limits.maxTime().toNanos();
        }

        @Override
        public void accept(Node node, JinjavaInterpreter interpreter) {
            if (++steps > MAX_STEPS) {
                throw new DecsException("the template takes more than " + MAX_STEPS + " steps");
            }
            if (steps % 1024 == 0
                    && (System.nanoTime() > end || Thread.currentThread().isInterrupted())) {
                throw new DecsException("the template takes too long");
            }
            standard.accept(node, interpreter);
        }
    }
}
