package decs.core.secret;

import java.util.Map;

/**
 * One place where referenced values are kept. Both forms fail with a {@link decs.template.source.DecsException} that
 * says what was asked and why it cannot be had. Safe to call from many threads.
 */
public interface ReferenceProvider {
    /** The text that the path names; asked for when a reference has no fragment. */
    String text(ReferenceUri uri);

    /** The document that the path names, of which the fragment picks a value. */
    Map<String, Object> document(ReferenceUri uri);
}
