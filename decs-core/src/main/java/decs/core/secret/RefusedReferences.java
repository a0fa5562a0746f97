package decs.core.secret;

import decs.core.functions.Trust;
import java.util.Map;

/** Any provider, for a repository that may not use it at all, or only for files of its own. */
record RefusedReferences(ReferenceProvider provider, Check check) implements ReferenceProvider {
    /** Lets a reference pass, or throws. */
    interface Check {
        void pass(ReferenceUri uri);
    }

    static ReferenceProvider unless(Trust trust, Trust.Power power, ReferenceProvider provider) {
        return new RefusedReferences(provider, uri -> trust.check(power, "ref+" + uri.scheme()));
    }

    @Override
    public String text(ReferenceUri uri) {
        check.pass(uri);
        return provider.text(uri);
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        check.pass(uri);
        return provider.document(uri);
    }
}
