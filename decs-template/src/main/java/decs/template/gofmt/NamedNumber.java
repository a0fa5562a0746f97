package decs.template.gofmt;

import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import java.util.List;
import java.util.Optional;

/** An int with a name for each value: {@code time.Month}, {@code time.Weekday}. */
final class NamedNumber extends GoInteger implements TemplateObject {
    private static final long serialVersionUID = 1L;

    private final String name;

    NamedNumber(String type, long value, String name) {
        super(type, "int", value);
        this.name = name;
    }

    @Override
    public String goType() {
        return type();
    }

    @Override
    public Optional<Member> member(String member) {
        if (!member.equals("String")) {
            return Optional.empty();
        }
        TemplateFunction.Body0 body = () -> name;
        return Optional.of(new Member.Method(new TemplateFunction(member, List.of(), false, body)));
    }

    @Override
    public String goString() {
        return name;
    }

    @Override
    public Object jsonValue() {
        return intValue();
    }
}
