package decs.helm.kube;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A change to a live object, in one of the forms that API servers take. */
public sealed interface Patch {
    /** The {@code Content-Type} of the request. */
    String mediaType();

    /** A patch that is a tree of changes; without any there is nothing to do. */
    sealed interface Merge extends Patch {
        Map<String, Object> body();
    }

    /** {@code application/strategic-merge-patch+json}: lists merge by the keys of their kind; built-in kinds only. */
    record Strategic(Map<String, Object> body) implements Merge {
        public Strategic {
            Objects.requireNonNull(body, "body");
        }

        @Override
        public String mediaType() {
            return "application/strategic-merge-patch+json";
        }
    }

    /** {@code application/merge-patch+json}, RFC 7386: null removes, lists are replaced. */
    record JsonMerge(Map<String, Object> body) implements Merge {
        public JsonMerge {
            Objects.requireNonNull(body, "body");
        }

        @Override
        public String mediaType() {
            return "application/merge-patch+json";
        }
    }

    /** {@code application/json-patch+json}, RFC 6902: a list of operations. */
    record Json6902(List<Map<String, Object>> operations) implements Patch {
        public Json6902 {
            operations = List.copyOf(operations);
        }

        @Override
        public String mediaType() {
            return "application/json-patch+json";
        }
    }

    /**
     * {@code application/apply-patch+yaml}: server-side apply of all that the field manager wants.
     *
     * @param force take over fields that other managers own
     */
    record Apply(KubeObject object, boolean force) implements Patch {
        public Apply {
            Objects.requireNonNull(object, "object");
        }

        @Override
        public String mediaType() {
            return "application/apply-patch+yaml";
        }
    }
}
