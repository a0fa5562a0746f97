package decs.core.run;

import decs.template.language.TemplateObject;
import java.util.Optional;

/** What hooks see as {@code .Event}; an error that there is none of is Go's nil. */
record HookEvent(String name, Optional<String> error) implements TemplateObject {
    @Override
    public String goType() {
        return "event.event";
    }

    @Override
    public Optional<Member> member(String member) {
        return switch (member) {
            case "Name" -> Optional.of(new Member.Field(name));
            case "Error" -> Optional.of(new Member.Field(error.orElse(null)));
            default -> Optional.empty();
        };
    }

    @Override
    public String goString() {
        return "{" + name + " " + error.orElse("<nil>") + "}";
    }
}
