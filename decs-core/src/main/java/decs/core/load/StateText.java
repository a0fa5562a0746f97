package decs.core.load;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A state file's text before anything is rendered: cut into parts, and checked by helmfile 1.x's rules of order. */
record StateText(Source source) {
    private static final String CUT = "\n---\n";
    private static final Pattern TOP_LEVEL = Pattern.compile("(?m)^([A-Za-z]+):");

    static StateText of(String name, String text) {
        return new StateText(Source.of(name, text.replace("\r\n", "\n")));
    }

    /** The parts, cut at every line that is {@code ---} and nothing else. */
    List<Source> parts() {
        List<Source> parts = new ArrayList<>();
        int from = 0;
        for (int at = text().indexOf(CUT); at >= 0; at = text().indexOf(CUT, from)) {
            parts.add(source.part(from, at));
            from = at + CUT.length();
        }
        parts.add(source.part(from, text().length()));
        return parts;
    }

    String name() {
        return source.name();
    }

    private String text() {
        return source.text();
    }

    /** Refuses what helmfile 1.x refuses on the raw text. */
    void checkOrder() {
        Matcher keys = TOP_LEVEL.matcher(text());
        int releases = -1;
        int environments = -1;
        int bases = -1;
        boolean any = false;
        while (keys.find()) {
            any = true;
            switch (keys.group(1)) {
                case "releases" -> releases = releases < 0 ? keys.start() : releases;
                case "environments" -> environments = environments < 0 ? keys.start() : environments;
                case "bases" -> bases = bases < 0 ? keys.start() : bases;
                default -> {}
            }
        }
        if (!any) {
            throw new DecsException("no top-level config keys are found in " + name());
        }
        if (releases >= 0) {
            before("bases", bases, releases);
            before("environments", environments, releases);
        }
        if (samePart(environments, releases)) {
            throw refused(
                    releases,
                    "environments and releases cannot be defined within the same YAML part."
                            + " Use --- to extract the environments into a dedicated part");
        }
    }

    /** Whether helmfile 1.x's rules of order are broken. */
    boolean breaksOrder() {
        try {
            checkOrder();
            return false;
        } catch (DecsException broken) {
            return !broken.getMessage().startsWith("no top-level");
        }
    }

    private void before(String key, int at, int releases) {
        if (at > releases) {
            throw refused(at, "top-level config key " + key + " must be defined before releases in " + name());
        }
    }

    private DecsException refused(int at, String text) {
        return new DecsException(Problem.at(source.at(at), text)
                .withHint("only helmfile 0.x takes this order; --compat v0 reads the file by its rules"));
    }

    private boolean samePart(int environments, int releases) {
        if (environments < 0 || releases < environments) {
            return false;
        }
        return !Pattern.compile("(?m)^---")
                .matcher(text().substring(environments, releases))
                .find();
    }
}
