package decs.template.language;

import java.util.Objects;

/**
 * How a set of templates is read and run.
 *
 * @param hyphenatedFields accepts {@code .Values.a-b} as one field chain where Go's lexer refuses it (helmfile's own
 *     templates only); each one met is reported to the set's notices
 */
public record TemplateOptions(FunctionTable functions, MissingKey missingKey, boolean hyphenatedFields) {
    public TemplateOptions {
        Objects.requireNonNull(functions, "functions");
        Objects.requireNonNull(missingKey, "missingKey");
    }

    public static TemplateOptions of(FunctionTable functions) {
        return new TemplateOptions(functions, MissingKey.ZERO, false);
    }

    public TemplateOptions withMissingKey(MissingKey missingKey) {
        return new TemplateOptions(functions, missingKey, hyphenatedFields);
    }

    public TemplateOptions withHyphenatedFields() {
        return new TemplateOptions(functions, missingKey, true);
    }
}
