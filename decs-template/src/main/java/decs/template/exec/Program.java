package decs.template.exec;

import decs.template.language.FunctionTable;
import decs.template.language.TemplateFunction;
import decs.template.parse.TemplateParser;
import java.util.List;
import java.util.Map;

/**
 * A compiled template text. It knows neither its name nor its place, so that every chart that holds the same helper
 * file shares one program.
 */
final class Program {
    private final Body main;
    private final List<Body> definitions;
    private final List<Integer> hyphenated;
    private final Map<String, TemplateFunction> functions;
    private FunctionTable lastTable;

    Program(Body main, List<Body> definitions, List<Integer> hyphenated, Map<String, TemplateFunction> functions) {
        this.main = main;
        this.definitions = List.copyOf(definitions);
        this.hyphenated = List.copyOf(hyphenated);
        this.functions = Map.copyOf(functions);
    }

    /** A text without any action. */
    static Program plain(String text) {
        Body main = new Body("", new Steps.Text(text), 1, 1, TemplateParser.isBlank(text));
        return new Program(main, List.of(), List.of(), Map.of());
    }

    Body main() {
        return main;
    }

    List<Body> definitions() {
        return definitions;
    }

    List<Integer> hyphenated() {
        return hyphenated;
    }

    /** Whether {@code table} holds exactly the functions that this program was compiled with. */
    boolean fits(FunctionTable table) {
        if (table == lastTable) { // racy on purpose: at worst the functions are compared once more
            return true;
        }
        for (Map.Entry<String, TemplateFunction> used : functions.entrySet()) {
            TemplateFunction function = Builtins.find(table, used.getKey());
            if (!used.getValue().equals(function)) {
                return false;
            }
        }
        lastTable = table;
        return true;
    }
}
