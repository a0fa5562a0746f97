package decs.template.exec;

import decs.template.language.FunctionTable;
import decs.template.language.TemplateFunction;
import decs.template.parse.Definition;
import decs.template.parse.ParsedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a parsed text into a program. */
final class Compiler {
    private final FunctionTable table;
    private final boolean traced;
    private final Map<String, TemplateFunction> used = new HashMap<>();

    private Compiler(FunctionTable table, boolean traced) {
        this.table = table;
        this.traced = traced;
    }

    /**
     * The program of a text.
     *
     * @param traced whether each step says where it stands
     */
    static Program compile(ParsedText text, FunctionTable table, boolean traced) {
        Compiler compiler = new Compiler(table, traced);
        Body main = compiler.body(text.main());
        List<Body> definitions = new ArrayList<>();
        for (Definition definition : text.definitions()) {
            definitions.add(compiler.body(definition));
        }
        return new Program(main, definitions, text.hyphenated(), compiler.used);
    }

    private Body body(Definition definition) {
        Slots slots = new Slots(definition.slots());
        Expressions expressions = new Expressions(this, slots);
        Statements statements = new Statements(expressions, slots, traced);
        Step step = statements.block(definition.body(), false, null);
        return new Body(definition.name(), step, slots.count(), statements.height(), definition.blank());
    }

    TemplateFunction function(String name) {
        return used.computeIfAbsent(name, missing -> Builtins.find(table, missing));
    }
}
