package decs.template.usage;

import decs.template.parse.Command;
import decs.template.parse.Definition;
import decs.template.parse.Operand;
import decs.template.parse.Pipeline;
import decs.template.parse.Statement;
import decs.template.parse.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One walk through templates; it goes into each template once for each kind of data that it is run on. */
final class Walk {
    /** Past these the data is taken to be read whole: nobody follows them, and a recursion may make ever more. */
    private static final int MOST_RUNS = 20_000;

    private static final int DEEPEST_CALL = 100;
    private static final int DEEPEST_DATA = 16;

    private final TemplateReads templates;
    private final Reads reads = new Reads();
    private final Set<Run> runs = new HashSet<>();
    private final Set<Reach> textRuns = new HashSet<>();
    private int depth;

    private record Run(String name, Reach data) {}

    Walk(TemplateReads templates) {
        this.templates = templates;
    }

    Reads reads() {
        return reads;
    }

    /** A template run on {@code data}. */
    void run(String name, Reach data) {
        Definition definition = templates.find(name);
        if (definition == null || !runs.add(new Run(name, data))) {
            return;
        }
        if (runs.size() > MOST_RUNS || depth > DEEPEST_CALL || data.depth() > DEEPEST_DATA) {
            use(data);
            return;
        }
        depth++;
        new Scope(data).definition(definition);
        depth--;
    }

    /** Any text run by {@code tpl} on {@code data}. */
    void runTexts(Reach data) {
        if (textRuns.add(data) && depth <= DEEPEST_CALL) {
            depth++;
            templates.texts().forEach(text -> new Scope(data).definition(text));
            depth--;
        }
    }

    /** The value goes where it cannot be followed: all of it may be read. */
    void use(Reach reach) {
        reach.places().forEach(place -> reads.at(place).readWhole());
        reach.entries().values().forEach(this::use);
    }

    /** The value itself is looked at, not what is below it. */
    void test(Reach reach) {
        reach.places().forEach(place -> reads.at(place).readHere());
    }

    /** One template on one kind of data. Variables are what they may ever be, wherever they are set. */
    private final class Scope {
        private final Reach root;
        private final IdentityHashMap<Variable, Reach> variables = new IdentityHashMap<>();
        private final FunctionReads functions = new FunctionReads(Walk.this);

        Scope(Reach root) {
            this.root = root;
        }

        /** Twice, because a loop may set a variable behind the place where it is read. */
        void definition(Definition definition) {
            statements(definition.body(), root);
            statements(definition.body(), root);
        }

        private void statements(List<Statement> statements, Reach dot) {
            statements.forEach(statement -> statement(statement, dot));
        }

        private void statement(Statement statement, Reach dot) {
            if (statement instanceof Statement.Action action) {
                Reach value = pipeline(action.pipeline(), dot);
                if (action.pipeline().targets().isEmpty()) {
                    use(value);
                }
            } else if (statement instanceof Statement.If choice) {
                test(pipeline(choice.condition(), dot));
                statements(choice.body(), dot);
                statements(choice.otherwise(), dot);
            } else if (statement instanceof Statement.With with) {
                Reach subject = pipeline(with.subject(), dot);
                test(subject);
                statements(with.body(), subject);
                statements(with.otherwise(), dot);
            } else if (statement instanceof Statement.Range range) {
                Reach subject = untargeted(range.subject(), dot);
                use(new Reach(subject.places(), Map.of()));
                range.subject().targets().forEach(target -> assign(target, subject.anyEntry()));
                statements(range.body(), subject.anyEntry());
                statements(range.otherwise(), dot);
            } else if (statement instanceof Statement.Call call && call.data() != null) {
                run(call.name(), pipeline(call.data(), dot));
            }
        }

        private Reach pipeline(Pipeline pipeline, Reach dot) {
            Reach value = untargeted(pipeline, dot);
            pipeline.targets().forEach(target -> assign(target, value));
            return value;
        }

        private void assign(Pipeline.Target target, Reach value) {
            if (target.variable() != null) {
                variables.merge(target.variable(), value, Reach::or);
            }
        }

        private Reach untargeted(Pipeline pipeline, Reach dot) {
            Reach value = null;
            for (Command command : pipeline.commands()) {
                value = command(command, value, dot);
            }
            return value == null ? Reach.NONE : value;
        }

        private Reach command(Command command, Reach piped, Reach dot) {
            Operand first = command.operands().get(0);
            List<Operand> written =
                    command.operands().subList(1, command.operands().size());
            if (first instanceof Operand.FunctionName name) {
                List<FunctionReads.Given> given = new ArrayList<>();
                written.forEach(operand -> given.add(new FunctionReads.Given(operand, value(operand, dot))));
                if (piped != null) {
                    given.add(new FunctionReads.Given(null, piped));
                }
                return functions.call(name.name(), given);
            }
            Reach value = value(first, dot);
            if (written.isEmpty() && piped == null) {
                return value;
            }
            written.forEach(operand -> use(value(operand, dot)));
            if (piped != null) {
                use(piped);
            }
            return Reach.NONE; // what a method gives is computed
        }

        private Reach value(Operand operand, Reach dot) {
            if (operand instanceof Operand.Dot) {
                return dot;
            }
            if (operand instanceof Operand.Field field) {
                return dot.fields(field.names());
            }
            if (operand instanceof Operand.VariableUse use) {
                Reach value = use.name().equals("$") ? root : variables.getOrDefault(use.variable(), Reach.NONE);
                return value.fields(use.fields());
            }
            if (operand instanceof Operand.Chain chain) {
                return value(chain.base(), dot).fields(chain.fields());
            }
            if (operand instanceof Pipeline pipeline) {
                return pipeline(pipeline, dot);
            }
            return operand instanceof Operand.FunctionName name ? functions.call(name.name(), List.of()) : Reach.NONE;
        }
    }
}
