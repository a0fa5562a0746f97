package decs.core.secret;

import java.util.Map;

/** A provider of texts: what a fragment picks is in the text, read as YAML. */
@FunctionalInterface
public interface TextReferences extends ReferenceProvider {
    @Override
    default Map<String, Object> document(ReferenceUri uri) {
        return Providers.mapping(uri.path(), text(uri));
    }
}
