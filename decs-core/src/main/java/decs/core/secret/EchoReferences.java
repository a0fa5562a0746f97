package decs.core.secret;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.util.Map;

/** {@code ref+echo}: the path itself; with a fragment its elements nest, and the last is the value. */
final class EchoReferences implements ReferenceProvider {
    @Override
    public String text(ReferenceUri uri) {
        return uri.path();
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        String[] elements = uri.path().split("/", -1);
        if (elements.length < 2) {
            throw new DecsException(
                    "key must have two or more components separated by \"/\": got " + GoFormat.quote(uri.path()));
        }
        ValueMap document = new ValueMap();
        ValueMap at = document;
        for (int i = 0; i < elements.length - 2; i++) {
            ValueMap next = new ValueMap();
            at.put(elements[i], next);
            at = next;
        }
        at.put(elements[elements.length - 2], elements[elements.length - 1]);
        return document;
    }
}
