package decs.helm.action;

import decs.template.TemplateException;
import decs.template.TemplateSet;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateOptions;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.sprig.Sprig;
import java.util.List;

/**
 * The words {@code [NAME] CHART} of a command line, with the flags that make a name.
 *
 * <p>Mirrors: action.Install.NameAndChart, action.TemplateName
 *
 * @param template {@code --name-template}; empty for none
 * @param generated {@code --generate-name}
 */
public record GivenName(List<String> words, String template, boolean generated) {
    private static final String TEMPLATE_NAME = "name-template";

    public GivenName {
        words = List.copyOf(words);
        if (words.size() > 2) {
            throw new DecsException("expected at most two arguments, unexpected arguments: "
                    + String.join(", ", words.subList(2, words.size())));
        }
        if (words.size() == 2 && generated) {
            throw new DecsException("cannot set --generate-name and also specify a name");
        }
        if (words.size() == 2 && !template.isEmpty()) {
            throw new DecsException("cannot set --name-template and also specify a name");
        }
    }

    public String chart() {
        return words.get(words.size() - 1);
    }

    /** The name that was given or that the template gives, else {@code otherwise}. */
    public String nameOr(String otherwise, Host host) {
        if (words.size() == 2) {
            return words.get(0);
        }
        return template.isEmpty() ? otherwise : rendered(host);
    }

    private String rendered(Host host) {
        try {
            TemplateOptions options = TemplateOptions.of(Sprig.functions());
            TemplateSet set = TemplateSet.compile(List.of(Source.of(TEMPLATE_NAME, template)), options);
            StringBuilder name = new StringBuilder();
            set.render(TEMPLATE_NAME, null, host, Limits.defaults(), name);
            return name.toString();
        } catch (TemplateException broken) {
            throw new DecsException(broken.getMessage(), broken.problems(), broken);
        }
    }
}
