package decs.core.secret;

import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** {@code ref+file}: a file's text, or a key of its YAML. */
record FileReferences(Path base) implements ReferenceProvider {
    @Override
    public String text(ReferenceUri uri) {
        byte[] bytes = Providers.bytes(base, uri.path());
        return switch (uri.query().getOrDefault("encode", "")) {
            case "" -> GoString.of(bytes);
            case "base64" -> Base64.getEncoder().encodeToString(bytes);
            default ->
                throw new DecsException(
                        "Unsupported encode parameter: '" + uri.query().get("encode") + "'.");
        };
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        return Providers.mapping(uri.path(), GoString.of(Providers.bytes(base, uri.path())));
    }
}
