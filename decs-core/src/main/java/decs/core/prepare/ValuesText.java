package decs.core.prepare;

import decs.template.source.Source;
import java.util.Objects;

/**
 * One entry of a release's values as the file that Helm would be given.
 *
 * @param source the text under the name that errors show
 * @param secret whether it came out of an encrypted file
 */
public record ValuesText(Source source, boolean secret) {
    public ValuesText {
        Objects.requireNonNull(source, "source");
    }
}
