package decs.core.secret;

import decs.template.source.DecsException;
import java.util.Map;

/** A provider of texts: what a fragment picks is in the text, read as YAML. */
@FunctionalInterface
public interface TextReferences extends ReferenceProvider {
    @Override
    default Map<String, Object> document(ReferenceUri uri) {
        String text = text(uri);
        try {
            return Providers.mapping(uri.path(), text);
        } catch (DecsException none) {
            throw new DecsException(noMapping(uri) + none.getMessage(), none);
        }
    }

    /** What is said before the reason why a text is no mapping. */
    default String noMapping(ReferenceUri uri) {
        return "";
    }
}
