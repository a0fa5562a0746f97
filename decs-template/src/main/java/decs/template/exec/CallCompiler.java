package decs.template.exec;

import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.parse.Node;
import java.util.List;

/** Chooses the node for one call of a function. */
final class CallCompiler {
    private final CallPlace place;
    private final TemplateFunction function;
    private final List<Argument> arguments;
    private final Expression piped;
    private final Node end;

    CallCompiler(CallPlace place, TemplateFunction function, List<Argument> arguments, Expression piped) {
        this.place = place;
        this.function = function;
        this.arguments = arguments;
        this.piped = piped;
        this.end = arguments.isEmpty()
                ? place.at()
                : arguments.get(arguments.size() - 1).end();
    }

    Expression compile() {
        if (Builtins.isOwn(function)) {
            Expression own = own();
            if (own != null) {
                return own;
            }
        }
        boolean ordered = isOrdered();
        if (function.body() instanceof IncludeFunctions.Include include && ordered) {
            return new Special.Include(place, include.root(), all(), end);
        }
        return ordered ? inOrder() : pipedFirst();
    }

    private Expression inOrder() {
        TemplateFunction.Body body = function.body();
        Expression[] all = all();
        if (body instanceof TemplateFunction.Body0 none) {
            return new Call.None(place, end, none);
        }
        if (body instanceof TemplateFunction.Body1 one) {
            return new Call.One(place, end, one, all[0]);
        }
        if (body instanceof TemplateFunction.Body2 two) {
            return new Call.Two(place, end, two, all);
        }
        if (body instanceof TemplateFunction.Body3 three) {
            return new Call.Three(place, end, three, all);
        }
        return new Call.Many(place, end, function, all, null);
    }

    private Expression pipedFirst() {
        Call.Piped last = new Call.Piped(piped, Conversions.kindOf(function, arguments.size()), end);
        Expression[] written = written();
        if (function.body() instanceof TemplateFunction.Body2 two) {
            return new Call.TwoPiped(place, end, two, written[0], last);
        }
        return new Call.Many(place, end, function, written, last);
    }

    private Expression[] written() {
        Expression[] written = new Expression[arguments.size()];
        for (int i = 0; i < written.length; i++) {
            written[i] = arguments.get(i).as(Conversions.kindOf(function, i));
        }
        return written;
    }

    /** All arguments in the order of the parameters. */
    private Expression[] all() {
        int written = arguments.size();
        Expression[] all = new Expression[written + (piped == null ? 0 : 1)];
        System.arraycopy(written(), 0, all, 0, written);
        if (piped != null) {
            GoKind kind = Conversions.kindOf(function, written);
            all[written] = switch (kind) {
                case ANY, REFLECT -> piped;
                case STRING -> new Checked.Text(piped, true, end);
                default -> new Checked.Any(kind, piped, true, end);
            };
        }
        return all;
    }

    /** The node for one of the language's own functions; null when it is called like any other. */
    private Expression own() {
        int count = arguments.size() + (piped == null ? 0 : 1);
        return switch (function.name()) {
            case "and" -> new Logic.Choice(false, written(), piped, place.at());
            case "or" -> new Logic.Choice(true, written(), piped, place.at());
            case "not" -> new Logic.Not(all()[0], end);
            case "len" ->
                new Special.Length(
                        place, all()[0], piped != null || arguments.get(0).isConcrete(), end);
            case "eq", "ne" -> count == 2 && isOrdered() ? equal(all()) : null;
            case "call" -> called();
            default -> null;
        };
    }

    /** Whether the arguments may be evaluated in the order of the parameters. */
    private boolean isOrdered() {
        if (piped == null) {
            return true;
        }
        for (Expression argument : written()) {
            if (!(argument instanceof Literal)) {
                return false;
            }
        }
        return true;
    }

    private Expression equal(Expression[] both) {
        return new Special.Equal(
                place, both[0], both[1], new Special.Wanted(function.name().equals("eq"), end));
    }

    private Expression called() {
        if (arguments.isEmpty()) {
            return CallValue.piped(place, piped, end);
        }
        Argument callee = arguments.get(0);
        List<Argument> rest = arguments.subList(1, arguments.size());
        return new CallValue(place, callee, rest, piped, end);
    }
}
