package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.KubeObject;
import decs.helm.kube.fabric8.Transport.Answer;
import decs.helm.kube.schema.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognizes an object that was written although the answer got lost: it is there, written by the same manager, and holds
 * all that was sent. What the server fills in, and how it writes quantities, is no difference.
 */
record WrittenObject(Transport transport, String address, KubeObject wanted, String manager)
        implements Transport.Recognition {

    @Override
    public Optional<Answer> done(ClusterException refusal) {
        if (refusal.reason() != Reason.ALREADY_EXISTS && refusal.reason() != Reason.CONFLICT) {
            return Optional.empty();
        }
        try {
            Answer live = transport.send(ApiRequest.get(address));
            return Optional.of(live).filter(answer -> isOurs(ApiJson.read(answer.body())));
        } catch (ClusterException unknown) {
            return Optional.empty(); // the refusal holds
        }
    }

    private boolean isOurs(KubeObject live) {
        boolean byUs =
                live.maps("metadata", "managedFields").stream().anyMatch(entry -> manager.equals(entry.get("manager")));
        KubeObject sent = wanted.without("stringData")
                .without("metadata", "resourceVersion")
                .without("metadata", "managedFields");
        return byUs && holds(live.content(), sent.content());
    }

    private static boolean holds(Object live, Object sent) {
        if (live == null) {
            return sent == null
                    || (sent instanceof Map<?, ?> map && map.isEmpty())
                    || (sent instanceof Collection<?> list && list.isEmpty());
        }
        if (sent instanceof Map<?, ?> map) {
            return live instanceof Map<?, ?> found
                    && map.entrySet().stream().allMatch(entry -> holds(found.get(entry.getKey()), entry.getValue()));
        }
        if (sent instanceof List<?> list && live instanceof List<?> found && list.size() == found.size()) {
            for (int i = 0; i < list.size(); i++) {
                if (!holds(found.get(i), list.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return sent == null || sent.equals(live) || isSameQuantity(live, sent);
    }

    private static boolean isSameQuantity(Object live, Object sent) {
        return live instanceof String text
                && Quantity.canonical(String.valueOf(sent)).equals(text);
    }
}
