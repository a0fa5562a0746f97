package decs.core.secret;

import decs.core.secret.sops.Sops;
import decs.core.secret.sops.SopsFormat;
import decs.core.secret.sops.SopsKeys;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** {@code ref+sops}: a value of a file that SOPS encrypted; the file, or its text in base64 with {@code key_type}. */
record SopsReferences(Path base, SopsKeys keys) implements ReferenceProvider {
    @Override
    public String text(ReferenceUri uri) {
        return Sops.decrypt(encrypted(uri), format(uri), keys).text();
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        return Sops.decrypt(encrypted(uri), format(uri), keys).values();
    }

    private String encrypted(ReferenceUri uri) {
        if (uri.query().getOrDefault("key_type", "filepath").equals("base64")) {
            return GoString.of(Base64.getDecoder().decode(uri.path()));
        }
        try {
            return GoString.of(Providers.bytes(base, uri.path()));
        } catch (DecsException missing) {
            throw new DecsException("failed to read \"" + uri.path() + "\": " + missing.getMessage(), missing);
        }
    }

    private static SopsFormat format(ReferenceUri uri) {
        String asked = uri.query().getOrDefault("format", "");
        return asked.isEmpty() ? SopsFormat.ofFile(uri.path()) : SopsFormat.named(asked);
    }
}
