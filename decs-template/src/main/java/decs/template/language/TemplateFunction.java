package decs.template.language;

import java.util.List;
import java.util.Objects;

/**
 * A function that templates may call: its name, the Go types of its parameters and its body. The executor checks count
 * and types as Go does (with Go's messages) before the body runs, so a body sees what its parameter list promises: a
 * {@code String} for {@link GoKind#STRING}, a {@code Number} for {@link GoKind#INT}, a {@code Long} for {@link
 * GoKind#INT64}, a {@code Map<String, Object>} for {@link GoKind#MAP}, and so on. A body fails by throwing {@link
 * FunctionException} (Go's {@code return err}, and a panic's text likewise).
 *
 * @param parameters the declared types; of a variadic function the last one repeats, zero times or more
 */
public record TemplateFunction(String name, List<GoKind> parameters, boolean variadic, Body body) {
    public TemplateFunction {
        Objects.requireNonNull(name, "name");
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(body, "body");
    }

    /** What a function does. Exactly one of its forms is used; the forms by arity spare the argument array. */
    public sealed interface Body {}

    /** No arguments. */
    @FunctionalInterface
    public non-sealed interface Body0 extends Body {
        Object call();
    }

    /** One argument. */
    @FunctionalInterface
    public non-sealed interface Body1 extends Body {
        Object call(Object a);
    }

    /** Two arguments. */
    @FunctionalInterface
    public non-sealed interface Body2 extends Body {
        Object call(Object a, Object b);
    }

    /** Three arguments. */
    @FunctionalInterface
    public non-sealed interface Body3 extends Body {
        Object call(Object a, Object b, Object c);
    }

    /** Any number of arguments, in an array that the body may keep or change. */
    @FunctionalInterface
    public non-sealed interface BodyN extends Body {
        Object call(Object[] args);
    }

    /** Any number of arguments, and the running execution: for {@code include}, {@code tpl}, {@code now}, {@code lookup}. */
    @FunctionalInterface
    public non-sealed interface BodyWithCall extends Body {
        Object call(FunctionCall call, Object[] args);
    }
}
