package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.KubeObject;
import decs.helm.kube.WriteOptions;
import java.util.List;
import java.util.Map;

/** A creation that may have to be sent again without knowing whether the first time counted. */
record Creation(Transport transport, Fabric8Cluster cluster, KubeObject wanted, WriteOptions options) {
    KubeObject send(ApiRequest request) {
        boolean sentBefore = false;
        while (true) {
            try {
                KubeObject made = ApiJson.read(transport.send(once(request)).body());
                cluster.forgetKinds(wanted.kind());
                return made;
            } catch (ClusterException e) {
                if (sentBefore && e.reason() == Reason.ALREADY_EXISTS) {
                    return ours(e);
                }
                if (sentBefore || e.reason() != Reason.UNREACHABLE || !request.repeatable() || !transport.answered()) {
                    throw e;
                }
                sentBefore = true;
            }
        }
    }

    private static ApiRequest once(ApiRequest request) {
        return new ApiRequest(
                request.method(), request.path(), request.accept(), request.mediaType(), request.body(), false);
    }

    /** The object that is there now, if it is the one that was sent; else the refusal holds. */
    private KubeObject ours(ClusterException refusal) {
        KubeObject live = cluster.get(wanted.ref());
        boolean byUs = live.maps("metadata", "managedFields").stream()
                .anyMatch(entry -> options.fieldManager().equals(entry.get("manager")));
        if (byUs && holds(live.content(), wanted.without("stringData").content())) {
            return live;
        }
        throw refusal;
    }

    private static boolean holds(Object live, Object sent) {
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
        return sent == null || sent.equals(live);
    }
}
