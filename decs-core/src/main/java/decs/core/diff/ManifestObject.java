package decs.core.diff;

import java.util.Objects;

/**
 * One object of a manifest.
 *
 * @param text the document as rendered, trimmed, with its comments
 * @param kept whether Helm leaves it in the cluster when the release no longer has it
 */
public record ManifestObject(ObjectKey key, String apiVersion, String text, boolean kept) {
    public ManifestObject {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(text, "text");
    }

    ManifestObject withKey(ObjectKey key) {
        return new ManifestObject(key, apiVersion, text, kept);
    }

    public ManifestObject withText(String text) {
        return new ManifestObject(key, apiVersion, text, kept);
    }
}
