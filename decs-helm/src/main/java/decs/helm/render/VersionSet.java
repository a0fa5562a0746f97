package decs.helm.render;

import decs.template.gofmt.GoFormat;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;

/** {@code .Capabilities.APIVersions}: a list of texts that can be asked whether it {@code Has} one. */
final class VersionSet extends AbstractList<Object> implements TemplateObject, RandomAccess {
    private final List<String> versions;
    private final Set<String> known;
    private final String goType;

    VersionSet(List<String> versions, String goType) {
        this.versions = versions;
        this.known = new HashSet<>(versions);
        this.goType = goType;
    }

    @Override
    public Object get(int index) {
        return versions.get(index);
    }

    @Override
    public int size() {
        return versions.size();
    }

    @Override
    public String goType() {
        return goType;
    }

    @Override
    public Optional<Member> member(String name) {
        if (!name.equals("Has")) {
            return Optional.empty();
        }
        TemplateFunction.Body1 has = version -> known.contains((String) version);
        return Optional.of(new Member.Method(new TemplateFunction(name, List.of(GoKind.STRING), false, has)));
    }

    @Override
    public Object jsonValue() {
        return versions;
    }

    @Override
    public String goString() {
        return GoFormat.value(versions);
    }
}
