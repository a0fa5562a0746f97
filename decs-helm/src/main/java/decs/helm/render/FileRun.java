package decs.helm.render;

import decs.template.TemplateSet;
import decs.template.exec.Trace;
import decs.template.language.Host;
import decs.template.value.ValueMap;

/** One template file, with all that its run depends on. */
record FileRun(TemplateScopes.File file, RenderRequest request) {
    private static final String NO_VALUE = "<no value>";

    /** The file's text, without Go's marks of missing values; {@code out} is there to be written over. */
    String text(TemplateSet set, StringBuilder out) {
        String source = file.source().text();
        if (source.indexOf("{{") < 0) {
            return shown(source);
        }
        out.setLength(0);
        out.ensureCapacity(source.length());
        set.render(file.source().name(), data(), host(), attachment(), request.limits(), out);
        return shown(out.toString());
    }

    /** The same text with the places it came from. */
    Trace trace(TemplateSet set) {
        return set.trace(file.source().name(), data(), host(), attachment(), request.limits());
    }

    static String shown(String text) {
        return text.contains(NO_VALUE) ? text.replace(NO_VALUE, "") : text;
    }

    /** Where a character of the shown text stands in the whole one. */
    static int offsetIn(String text, int shownOffset) {
        int from = 0;
        int left = shownOffset;
        for (int mark = text.indexOf(NO_VALUE); mark >= 0; mark = text.indexOf(NO_VALUE, from)) {
            if (left < mark - from) {
                break;
            }
            left -= mark - from;
            from = mark + NO_VALUE.length();
        }
        return Math.min(from + left, text.length());
    }

    private NamedMap data() {
        ValueMap template = new ValueMap(2);
        template.put("Name", file.source().name());
        template.put("BasePath", file.folder());
        file.scope().put("Template", new NamedMap(template, request.version()));
        return new NamedMap(file.scope(), request.version());
    }

    private Host host() {
        return request.options().enableDns() ? request.host().withDns() : request.host();
    }

    private HelmFunctions.Attachment attachment() {
        return new HelmFunctions.Attachment(request.lookup(), request.options().lint());
    }
}
