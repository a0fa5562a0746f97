package decs.core.load;

import decs.core.spec.Fields;
import decs.core.spec.SpecMerge;
import decs.core.spec.SpecTypes;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code inherit}: a release laid over the templates it names, which may name templates themselves. */
final class Inheritance {
    private static final Set<String> EXCEPTABLE =
            Set.of("labels", "values", "valuesTemplate", "set", "setString", "setTemplate", "secrets");

    private final Map<String, Fields> templates;
    private final List<String> defaults;

    Inheritance(Fields spec) {
        this.templates = spec.structMap("templates");
        Object inherit = spec.map().get("defaultInherit");
        this.defaults = inherit instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : inherit instanceof String name ? List.of(name) : List.of();
    }

    Fields resolve(Fields release) {
        List<Fields> wanted = new ArrayList<>();
        List<Fields> own = release.structs("inherit");
        for (String name : defaults) {
            if (own.stream().noneMatch(inherit -> inherit.text("template").equals(name))) {
                wanted.add(Fields.empty().with("template", name));
            }
        }
        wanted.addAll(own);
        if (wanted.isEmpty()) {
            return release;
        }
        return over(wanted, release, release.text("name"), List.of()).without("inherit");
    }

    private Fields over(List<Fields> wanted, Fields release, String name, List<String> way) {
        Fields sum = Fields.empty();
        for (Fields inherit : wanted) {
            sum = SpecMerge.merge(sum, template(inherit, name, way), SpecTypes.RELEASE, SpecMerge.Rule.LAYERS);
        }
        return SpecMerge.merge(sum, release, SpecTypes.RELEASE, SpecMerge.Rule.LAYERS);
    }

    private Fields template(Fields inherit, String release, List<String> way) {
        String name = inherit.text("template");
        List<String> longer = new ArrayList<>(way);
        longer.add(name);
        if (way.contains(name)) {
            throw new DecsException("unable to load release \"" + release
                    + "\" with template: cyclic inheritance detected: " + String.join("->", longer));
        }
        Fields template = templates.get(name);
        if (template == null) {
            throw unknown(release, name);
        }
        Fields result = over(template.structs("inherit"), template.without("inherit"), release, longer);
        for (String except : inherit.texts("except")) {
            if (!EXCEPTABLE.contains(except)) {
                throw new DecsException("\"" + except + "\" is not allowed under `inherit`. Allowed values are \"set\","
                        + " \"setTemplate\", \"values\", \"valuesTemplate\", \"secrets\", and \"labels\"");
            }
            result = result.without(except);
        }
        return result;
    }

    private DecsException unknown(String release, String name) {
        String text = "release \"" + release + "\" tried to inherit inexistent release template \"" + name + "\"";
        Problem problem = Problem.of(text);
        return new DecsException(
                text,
                List.of(Suggestion.nearest(name, templates.keySet())
                        .map(near -> problem.withHint("did you mean " + near + "?"))
                        .orElse(problem)),
                null);
    }
}
