package decs.helm.kube.local;

import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Cause;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.Patch;
import decs.helm.kube.ResourceType;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.WriteOptions.FieldValidation;
import decs.helm.kube.apply.ApplyException;
import decs.helm.kube.apply.ServerSideApply;
import decs.helm.kube.patch.JsonMerge;
import decs.helm.kube.patch.JsonPatch;
import decs.helm.kube.patch.PatchException;
import decs.helm.kube.patch.StrategicMerge;
import decs.helm.kube.schema.Shape;
import decs.template.language.Host;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What becomes of an object on its way into the cluster: checked, completed, its owners noted. Changes nothing itself. */
final class ObjectWriter {
    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;
    private static final String SUBDOMAIN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private static final Pattern NAME = Pattern.compile(SUBDOMAIN);
    /** Set by the server, kept over every write. */
    private static final List<String> SERVER_METADATA =
            List.of("uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "namespace", "name");

    private final ObjectTable table;
    private final LocalTypes types;
    private final Host host;

    ObjectWriter(ObjectTable table, LocalTypes types, Host host) {
        this.table = table;
        this.types = types;
        this.host = host;
    }

    KubeObject created(ResourceType type, KubeObject sent, WriteOptions options) {
        KubeObject fresh = birth(type, decode(type, sent, options.fieldValidation()));
        return apply(type).update(Optional.empty(), fresh, options.fieldManager());
    }

    KubeObject replaced(ResourceType type, KubeObject live, KubeObject sent, WriteOptions options) {
        KubeObject decoded = decode(type, sent, options.fieldValidation());
        KubeObject next = succession(type, live, decoded);
        return next.equals(live)
                ? live
                : settled(live, apply(type).update(Optional.of(live), next, options.fieldManager()));
    }

    KubeObject patched(ResourceType type, ObjectRef ref, Optional<KubeObject> live, Patch patch, WriteOptions options) {
        try {
            if (patch instanceof Patch.Apply wanted) {
                return applied(type, ref, live, wanted, options);
            }
            KubeObject target = live.orElseThrow(() -> Refusal.notFound(type, ref.name()));
            return replaced(type, target, changed(type, target, patch), options);
        } catch (ApplyException e) {
            throw conflict(e);
        } catch (PatchException e) {
            boolean json = patch instanceof Patch.Json6902;
            String text = json ? "the server rejected our request due to an error in our request" : e.getMessage();
            throw new ClusterException(json ? Reason.INVALID : Reason.INTERNAL_ERROR, json ? 422 : 500, text);
        }
    }

    private KubeObject changed(ResourceType type, KubeObject live, Patch patch) {
        if (patch instanceof Patch.Strategic strategic) {
            if (!types.builtIn(type.apiVersion(), type.kind())) {
                throw new ClusterException(
                        Reason.UNSUPPORTED_MEDIA_TYPE,
                        415,
                        "the body of the request was in an unknown format - accepted media types include: "
                                + "application/json-patch+json, application/merge-patch+json, "
                                + "application/apply-patch+yaml");
            }
            return StrategicMerge.apply(live, KubeObject.of(strategic.body()).content());
        }
        if (patch instanceof Patch.JsonMerge merge) {
            return KubeObject.of(
                    JsonMerge.apply(live.content(), KubeObject.of(merge.body()).content()));
        }
        return KubeObject.of(JsonPatch.apply(live.content(), ((Patch.Json6902) patch).operations()));
    }

    private KubeObject applied(
            ResourceType type, ObjectRef ref, Optional<KubeObject> live, Patch.Apply patch, WriteOptions options) {
        KubeObject wanted = patch.object();
        if (wanted.map("metadata").containsKey("managedFields")) {
            throw Refusal.badRequest("metadata.managedFields must be nil");
        }
        Decoder decoder = new Decoder(type);
        decoder.decode(wanted, shape(type), types.builtIn(type.apiVersion(), type.kind()));
        if (!decoder.unknown().isEmpty()) {
            throw new ClusterException(
                    Reason.INTERNAL_ERROR,
                    500,
                    "failed to create typed patch object (" + wanted.namespace() + "/" + wanted.name() + "; "
                            + type.apiVersion() + ", Kind=" + type.kind() + "): ."
                            + decoder.unknown().get(0)
                            + ": field not declared in schema");
        }
        KubeObject named = type.namespaced() ? wanted.withNamespace(ref.namespace()) : wanted;
        KubeObject merged = apply(type).apply(live, named, options.fieldManager(), patch.force());
        if (live.isEmpty()) {
            return birth(type, decode(type, merged, FieldValidation.IGNORE));
        }
        return settled(live.get(), succession(type, live.get(), decode(type, merged, FieldValidation.IGNORE)));
    }

    /** The live object itself when all that differs is when it was written. */
    private static KubeObject settled(KubeObject live, KubeObject next) {
        return next.without("metadata", "resourceVersion").equals(live.without("metadata", "resourceVersion"))
                ? live
                : next;
    }

    private KubeObject decode(ResourceType type, KubeObject sent, FieldValidation validation) {
        Decoder decoder = new Decoder(type);
        KubeObject decoded = decoder.decode(sent, shape(type), types.builtIn(type.apiVersion(), type.kind()));
        if (validation == FieldValidation.STRICT && !decoder.unknown().isEmpty()) {
            throw decoder.refusal("strict decoding error: "
                    + decoder.unknown().stream()
                            .map(field -> "unknown field \"" + field + "\"")
                            .collect(Collectors.joining(", ")));
        }
        return decoded;
    }

    private KubeObject birth(ResourceType type, KubeObject object) {
        KubeObject named = name(type, object);
        if (table.get(ObjectKey.of(type, named.namespace(), named.name())).isPresent()) {
            throw Refusal.exists(type, named.name());
        }
        if (type.namespaced()) {
            checkNamespace(type, named);
        }
        KubeObject fresh = Defaults.of(type, named.without("status").without("metadata", "resourceVersion"))
                .with(uuid(), "metadata", "uid")
                .with(now(), "metadata", "creationTimestamp");
        fresh = type.namespaced() ? fresh : fresh.without("metadata", "namespace");
        return generations(type) ? fresh.with(1L, "metadata", "generation") : fresh;
    }

    private KubeObject name(ResourceType type, KubeObject object) {
        if (object.name().isEmpty()) {
            String prefix = object.text("metadata", "generateName").orElse("");
            if (prefix.isEmpty()) {
                throw invalidName(type, "", "FieldValueRequired", "Required value: name or generateName is required");
            }
            return object.with(prefix + suffix(), "metadata", "name");
        }
        boolean lenient = type.group().equals("rbac.authorization.k8s.io");
        if (!lenient && !NAME.matcher(object.name()).matches()) {
            throw invalidName(
                    type,
                    object.name(),
                    "FieldValueInvalid",
                    "Invalid value: \"" + object.name()
                            + "\": a lowercase RFC 1123 subdomain must consist of lower case "
                            + "alphanumeric characters, '-' or '.', and must start and end with an alphanumeric "
                            + "character (e.g. 'example.com', regex used for validation is '" + SUBDOMAIN + "')");
        }
        return object;
    }

    private static ClusterException invalidName(ResourceType type, String name, String reason, String message) {
        return Refusal.invalid(type, name, List.of(new Cause(reason, message, "metadata.name")));
    }

    private void checkNamespace(ResourceType type, KubeObject object) {
        KubeObject namespace = table.get(new ObjectKey("", "Namespace", "", object.namespace()))
                .orElseThrow(() -> Refusal.notFound(types.resource("v1", "Namespace"), object.namespace()));
        if (namespace.deleting()) {
            throw Refusal.terminating(type, object.name(), object.namespace());
        }
    }

    private KubeObject succession(ResourceType type, KubeObject live, KubeObject sent) {
        String wanted = sent.resourceVersion().orElse("");
        if (!wanted.isEmpty()
                && !wanted.equals("0")
                && !wanted.equals(live.resourceVersion().orElse(""))) {
            throw Refusal.modified(type, live.name());
        }
        Map<String, Object> metadata = new LinkedHashMap<>(sent.map("metadata"));
        for (String key : SERVER_METADATA) {
            Object kept = live.at("metadata", key);
            if (kept == null) {
                metadata.remove(key);
            } else {
                metadata.put(key, kept);
            }
        }
        live.number("metadata", "generation").ifPresent(generation -> metadata.put("generation", generation));
        metadata.put("resourceVersion", live.resourceVersion().orElse(""));
        KubeObject next = Defaults.of(type, sent.with(metadata, "metadata").without("status"));
        Object address = live.at("spec", "clusterIP");
        next = type.kind().equals("Service") && sent.at("spec", "clusterIP") == null && address != null
                ? next.with(address, "spec", "clusterIP")
                : next;
        Object status = live.at("status");
        next = status == null ? next : next.with(status, "status");
        ImmutableFields.check(type, live, next);
        boolean other = !next.without("metadata").equals(live.without("metadata"));
        long generation = live.number("metadata", "generation").orElse(0L);
        return other && generation > 0 ? next.with(generation + 1, "metadata", "generation") : next;
    }

    private static boolean generations(ResourceType type) {
        return !type.group().isEmpty()
                || type.kind().equals("Pod")
                || type.kind().equals("ReplicationController");
    }

    private ServerSideApply apply(ResourceType type) {
        return new ServerSideApply(shape(type), now());
    }

    private Shape.Struct shape(ResourceType type) {
        return types.shape(type.apiVersion(), type.kind());
    }

    private static ClusterException conflict(ApplyException e) {
        List<Cause> causes = e.conflicts().stream()
                .map(each -> new Cause("FieldManagerConflict", "conflict with " + each.owner(), each.field()))
                .toList();
        return new ClusterException(
                new ClusterException.Details(
                        Reason.CONFLICT,
                        409,
                        e.getMessage(),
                        Optional.empty(),
                        causes,
                        OptionalInt.empty(),
                        Optional.empty()),
                e);
    }

    private String now() {
        return Instant.now(host.clock()).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String uuid() {
        byte[] bytes = new byte[16];
        host.random().nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes).toString();
    }

    private String suffix() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            text.append(SUFFIX_LETTERS.charAt(host.random().nextInt(SUFFIX_LETTERS.length())));
        }
        return text.toString();
    }
}
