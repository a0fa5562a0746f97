package decs.core.secret;

import java.util.Map;

/** {@code ref+envsubst}: the path with its {@code $NAME} and {@code ${NAME}} filled in from environment variables. */
record VariableReferences(Map<String, String> environment) implements ReferenceProvider {
    @Override
    public String text(ReferenceUri uri) {
        return new VariableText(uri.path(), environment).expanded();
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        return Providers.mapping(uri.path(), text(uri));
    }
}
