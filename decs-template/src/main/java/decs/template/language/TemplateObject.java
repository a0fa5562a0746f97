package decs.template.language;

import java.util.Map;
import java.util.Optional;

/**
 * A value with named members, as a Go struct or a named map type is to a template: {@code .Capabilities}, {@code
 * .Files}, a parsed version. Plain maps need not implement it.
 */
public interface TemplateObject {
    /** The Go type's name as messages and {@code typeOf} print it, such as {@code *chart.Metadata}. */
    String goType();

    /**
     * The member called {@code name}: a field's value ({@link Member.Field}, which may hold null) or a method ({@link
     * Member.Method}); empty when the type has none, which the executor reports as Go does.
     */
    Optional<Member> member(String name);

    /** The text that printing gives ({@code String()} or {@code %v}). */
    String goString();

    /** The text that printing gives of it inside of another value, where a pointer shows as its address. */
    default String innerString() {
        return goString();
    }

    /** What an action prints, where that is not {@link #goString}: Go finds methods of the pointer only there. */
    default String actionText() {
        return goString();
    }

    /**
     * The {@code map[string]interface {}} that Go converts it to where a function wants one: the same entries, so that
     * changes show in both. Null when it does not convert.
     */
    default Map<String, Object> plainMap() {
        return null;
    }

    /**
     * What JSON shows of it ({@code toJson}, {@code toYaml}): of a struct its fields as a {@link
     * decs.template.value.ValueMap}, in their order and under their JSON names. Maps and lists are themselves.
     */
    default Object jsonValue() {
        return this;
    }

    /** What go-yaml v3 shows of it ({@code toYamlPretty}), which knows no JSON names. */
    default Object yamlValue() {
        return jsonValue();
    }

    /** A field or a method. */
    sealed interface Member {
        /** A field and its value. */
        record Field(Object value) implements Member {}

        /** A method, called with the arguments that stand behind it. */
        record Method(TemplateFunction function) implements Member {}
    }
}
