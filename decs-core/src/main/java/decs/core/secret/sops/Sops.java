package decs.core.secret.sops;

import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads files that SOPS encrypted: finds the data key, opens every value, checks the authentication code, and gives both
 * the text as it was before encryption and its values. Nothing is written anywhere.
 */
public final class Sops {
    private Sops() {}

    /**
     * A file as it was before.
     *
     * @param text with comments and layout, where the format has them
     * @param values the first document; of a binary file {@code data}
     */
    public record Decrypted(String text, Map<String, Object> values) {}

    /** Whether a text looks like the work of SOPS at all. */
    public static boolean isEncrypted(String text) {
        return text.contains("ENC[AES256_GCM,") && text.contains("sops") && text.contains("mac");
    }

    /**
     * Decrypts a file's text.
     *
     * @throws DecsException when no key fits, or the file was changed since it was encrypted
     */
    public static Decrypted decrypt(String text, SopsFormat format, SopsKeys keys) {
        SopsLayout layout = SopsLayout.of(format);
        List<ValueMap> documents = layout.read(text);
        SopsMetadata metadata = metadata(documents);
        SopsTree tree = new SopsTree(keys.dataKey(metadata), metadata);
        List<ValueMap> plain = new ArrayList<>();
        for (ValueMap document : documents) {
            ValueMap values = new ValueMap(document);
            values.remove("sops");
            plain.add(tree.open(values));
        }
        tree.check();
        ValueMap first = plain.get(0);
        if (format == SopsFormat.BINARY) {
            return new Decrypted(String.valueOf(first.get("data")), first);
        }
        return new Decrypted(layout.write(text, plain, tree), first);
    }

    private static SopsMetadata metadata(List<ValueMap> documents) {
        for (ValueMap document : documents) {
            if (document.get("sops") instanceof Map<?, ?> section) {
                return SopsMetadata.of(section);
            }
        }
        throw new DecsException("sops metadata not found");
    }

    /** The bytes of a decrypted binary file. */
    public static byte[] bytes(Decrypted file) {
        return GoString.bytes(file.text());
    }
}
