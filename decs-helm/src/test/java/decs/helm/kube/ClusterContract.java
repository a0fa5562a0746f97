package decs.helm.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.kube.ClusterException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Cluster} does; each test works in a namespace of its own. */
public abstract class ClusterContract {
    private static final WriteOptions HELM = WriteOptions.by("helm");

    private Cluster cluster;
    private String namespace;

    protected abstract Cluster open();

    @BeforeEach
    void start() {
        cluster = open();
        KubeObject wanted = KubeObject.of(
                Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("generateName", "contract-")));
        namespace = cluster.create(wanted, HELM).name();
    }

    @AfterEach
    void stop() {
        if (namespace == null) {
            return; // skipped before anything was opened
        }
        cluster.delete(ObjectRef.of("v1", "Namespace", namespace), DeleteOptions.background());
        cluster.close();
    }

    private KubeObject config(String name, Map<String, Object> data) {
        return KubeObject.of(Map.of("apiVersion", "v1", "kind", "ConfigMap", "data", data))
                .with(name, "metadata", "name")
                .withNamespace(namespace);
    }

    private KubeObject deployment(String name, String image) {
        Map<String, Object> container = Map.of("name", "app", "image", image);
        Map<String, Object> labels = Map.of("app", name);
        return KubeObject.of(Map.of("apiVersion", "apps/v1", "kind", "Deployment"))
                .with(name, "metadata", "name")
                .withNamespace(namespace)
                .with(labels, "spec", "selector", "matchLabels")
                .with(labels, "spec", "template", "metadata", "labels")
                .with(List.of(container), "spec", "template", "spec", "containers");
    }

    private static ClusterException refused(Reason reason, Runnable action) {
        ClusterException refusal = assertThrows(ClusterException.class, action::run);
        assertEquals(reason, refusal.reason(), refusal.getMessage());
        return refusal;
    }

    @Test
    void createdObjectsHaveWhatTheServerSets() {
        KubeObject made = cluster.create(config("a", Map.of("k", "v")), HELM);
        assertTrue(made.uid().isPresent() && made.resourceVersion().isPresent());
        assertTrue(made.text("metadata", "creationTimestamp").isPresent());
        assertEquals("helm", made.maps("metadata", "managedFields").get(0).get("manager"));
        assertEquals(made, cluster.get(made.ref()));
    }

    @Test
    void creatingTwiceIsRefused() {
        cluster.create(config("a", Map.of()), HELM);
        ClusterException refusal = refused(Reason.ALREADY_EXISTS, () -> cluster.create(config("a", Map.of()), HELM));
        assertEquals("configmaps \"a\" already exists", refusal.getMessage());
        assertEquals(409, refusal.code());
    }

    @Test
    void missingThingsAreNamed() {
        ObjectRef missing = new ObjectRef("apps/v1", "Deployment", namespace, "none");
        assertEquals(
                "deployments.apps \"none\" not found",
                refused(Reason.NOT_FOUND, () -> cluster.get(missing)).getMessage());
        assertTrue(cluster.find(missing).isEmpty());
        assertEquals(
                "namespaces \"nowhere\" not found",
                refused(
                                Reason.NOT_FOUND,
                                () -> cluster.create(config("a", Map.of()).withNamespace("nowhere"), HELM))
                        .getMessage());
        assertEquals(
                "no matches for kind \"Nope\" in version \"v1\"",
                refused(Reason.NO_MATCH, () -> cluster.resource("v1", "Nope")).getMessage());
    }

    @Test
    void staleWritesConflict() {
        KubeObject first = cluster.create(config("a", Map.of("k", "1")), HELM);
        cluster.replace(first.with("2", "data", "k"), HELM);
        ClusterException refusal = refused(Reason.CONFLICT, () -> cluster.replace(first.with("3", "data", "k"), HELM));
        assertEquals(
                "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply your "
                        + "changes to the latest version and try again",
                refusal.getMessage());
        assertEquals("2", cluster.get(first.ref()).at("data", "k"));
    }

    @Test
    void writingTheSameChangesNothing() {
        KubeObject first = cluster.create(config("a", Map.of("k", "1")), HELM);
        KubeObject again = cluster.replace(first, HELM);
        assertEquals(first.resourceVersion(), again.resourceVersion());
    }

    @Test
    void dryRunsKeepNothing() {
        KubeObject made = cluster.create(config("a", Map.of("k", "v")), HELM.withDryRun());
        assertEquals("v", made.at("data", "k"));
        assertTrue(cluster.find(made.ref()).isEmpty());
    }

    @Test
    void strategicPatchesMergeLists() {
        KubeObject made = cluster.create(deployment("web", "one"), HELM);
        Map<String, Object> more = Map.of("name", "side", "image", "two");
        Map<String, Object> body = KubeObject.of(Map.of())
                .with(List.of(more), "spec", "template", "spec", "containers")
                .content();
        KubeObject patched = cluster.patch(made.ref(), new Patch.Strategic(body), HELM);
        List<Object> names = patched.maps("spec", "template", "spec", "containers").stream()
                .map(container -> container.get("name"))
                .toList();
        assertEquals(List.of("side", "app"), names);
        assertEquals(2L, patched.at("metadata", "generation"));
    }

    @Test
    void mergePatchesRemoveWithNull() {
        KubeObject made = cluster.create(config("a", Map.of("k", "v", "l", "w")), HELM);
        Map<String, Object> data = new HashMap<>();
        data.put("k", null);
        KubeObject patched = cluster.patch(made.ref(), new Patch.JsonMerge(Map.of("data", data)), HELM);
        assertEquals(Map.of("l", "w"), patched.map("data"));
    }

    @Test
    void jsonPatchesRunInOrder() {
        KubeObject made = cluster.create(config("a", Map.of("k", "v")), HELM);
        List<Map<String, Object>> operations = List.of(
                Map.of("op", "test", "path", "/data/k", "value", "v"),
                Map.of("op", "add", "path", "/data/l", "value", "w"),
                Map.of("op", "remove", "path", "/data/k"));
        KubeObject patched = cluster.patch(made.ref(), new Patch.Json6902(operations), HELM);
        assertEquals(Map.of("l", "w"), patched.map("data"));
        refused(Reason.INVALID, () -> cluster.patch(made.ref(), new Patch.Json6902(operations), HELM));
    }

    @Test
    void appliesOwnFieldsAndConflict() {
        KubeObject wanted = config("a", Map.of("a", "1", "b", "1"));
        cluster.patch(wanted.ref(), new Patch.Apply(wanted, false), WriteOptions.by("one"));
        KubeObject other = config("a", Map.of("a", "2", "b", "2"));
        ClusterException refusal = refused(
                Reason.CONFLICT,
                () -> cluster.patch(other.ref(), new Patch.Apply(other, false), WriteOptions.by("two")));
        assertEquals(
                "Apply failed with 2 conflicts: conflicts with \"one\":\n- .data.a\n- .data.b", refusal.getMessage());
        assertEquals(".data.a", refusal.causes().get(0).field());

        cluster.patch(other.ref(), new Patch.Apply(other, true), WriteOptions.by("two"));
        KubeObject less = config("a", Map.of());
        KubeObject after =
                cluster.patch(less.ref(), new Patch.Apply(less.without("data"), false), WriteOptions.by("two"));
        assertEquals(Map.of(), after.map("data"));
    }

    @Test
    void applyRemovesWhatItNoLongerWants() {
        KubeObject first = config("a", Map.of("a", "1", "b", "1"));
        cluster.patch(first.ref(), new Patch.Apply(first, false), HELM);
        KubeObject second = config("a", Map.of("b", "1"));
        KubeObject after = cluster.patch(second.ref(), new Patch.Apply(second, false), HELM);
        assertEquals(Map.of("b", "1"), after.map("data"));
        KubeObject again = cluster.patch(second.ref(), new Patch.Apply(second, false), HELM);
        assertEquals(after.resourceVersion(), again.resourceVersion());
    }

    @Test
    void wrongTypesAreRefused() {
        KubeObject wrong = deployment("web", "one").with("3", "spec", "replicas");
        assertEquals(
                "Deployment in version \"v1\" cannot be handled as a Deployment: json: cannot unmarshal string into Go "
                        + "struct field DeploymentSpec.spec.replicas of type int32",
                refused(Reason.BAD_REQUEST, () -> cluster.create(wrong, HELM)).getMessage());
        KubeObject unknown = deployment("web", "one").with(1L, "spec", "bogus");
        WriteOptions strict = HELM.withFieldValidation(WriteOptions.FieldValidation.STRICT);
        assertEquals(
                "Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding error: unknown field "
                        + "\"spec.bogus\"",
                refused(Reason.BAD_REQUEST, () -> cluster.create(unknown, strict))
                        .getMessage());
    }

    @Test
    void immutableFieldsStay() {
        KubeObject made = cluster.create(deployment("web", "one"), HELM);
        KubeObject moved = made.without("metadata", "resourceVersion")
                .with("other", "spec", "selector", "matchLabels", "app")
                .with("other", "spec", "template", "metadata", "labels", "app");
        assertEquals(
                "Deployment.apps \"web\" is invalid: spec.selector: Invalid value:"
                        + " {\"matchLabels\":{\"app\":\"other\"}}: field is immutable",
                refused(Reason.INVALID, () -> cluster.replace(moved, HELM)).getMessage());
    }

    @Test
    void listsSelect() {
        cluster.create(config("a", Map.of()).withLabel("t", "x"), HELM);
        cluster.create(config("b", Map.of("k", "v")).withLabel("t", "y"), HELM);
        ListQuery all = ListQuery.of("v1", "ConfigMap").inNamespace(namespace);
        assertEquals(List.of("b"), names(cluster.list(all.withLabels("t in (y,z)"))));
        assertEquals(List.of("a", "b"), names(cluster.list(all.withLabels("t"))));
        assertEquals(List.of("a"), names(cluster.list(all.withFields("metadata.name=a"))));
        KubeObject bare =
                cluster.list(all.withLabels("t=y").withMetadataOnly()).items().get(0);
        assertTrue(bare.map("data").isEmpty());
        assertEquals("b", bare.name());
    }

    private static List<String> names(ObjectList list) {
        return list.items().stream().map(KubeObject::name).sorted().toList();
    }

    @Test
    void deletionChecksWhatItDeletes() {
        KubeObject made = cluster.create(config("a", Map.of()), HELM);
        cluster.replace(made.with("v", "data", "k"), HELM);
        refused(
                Reason.CONFLICT,
                () -> cluster.delete(made.ref(), DeleteOptions.background().onlyIf(made)));
        cluster.delete(made.ref(), DeleteOptions.background());
        refused(Reason.NOT_FOUND, () -> cluster.delete(made.ref(), DeleteOptions.background()));
    }

    @Test
    void finalizersDelayDeletion() {
        KubeObject made =
                cluster.create(config("a", Map.of()).with(List.of("decs.test/hold"), "metadata", "finalizers"), HELM);
        cluster.delete(made.ref(), DeleteOptions.background());
        KubeObject held = cluster.get(made.ref());
        assertTrue(held.deleting());
        cluster.replace(held.without("metadata", "finalizers"), HELM);
        assertTrue(cluster.find(made.ref()).isEmpty());
    }

    @Test
    void watchesReportEveryChange() throws InterruptedException {
        ListQuery query = ListQuery.of("v1", "ConfigMap").inNamespace(namespace).withLabels("t=x");
        String from = cluster.list(query).resourceVersion();
        LinkedBlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
        Watch watch = cluster.watch(query, from, events::add);
        KubeObject made = cluster.create(config("a", Map.of()).withLabel("t", "x"), HELM);
        cluster.create(config("b", Map.of()), HELM);
        KubeObject changed = cluster.replace(made.with("v", "data", "k"), HELM);
        assertInstanceOf(WatchEvent.Added.class, next(events));
        assertEquals(new WatchEvent.Modified(changed), next(events));
        cluster.delete(made.ref(), DeleteOptions.background());
        assertInstanceOf(WatchEvent.Deleted.class, next(events));
        watch.close();
        assertFalse(events.stream().anyMatch(WatchEvent.Ended.class::isInstance));
    }

    private static WatchEvent next(LinkedBlockingQueue<WatchEvent> events) throws InterruptedException {
        WatchEvent event = events.poll(10, TimeUnit.SECONDS);
        return event instanceof WatchEvent.Bookmark ? next(events) : event;
    }

    @Test
    void discoveryKnowsTheBuiltInKinds() {
        Discovery discovery = cluster.discovery(Cluster.Freshness.NEW);
        assertTrue(discovery.groupVersions().contains("apps/v1"));
        assertEquals(
                new ResourceType("apps", "v1", "Deployment", "deployments", true),
                discovery.find("apps/v1", "Deployment").orElseThrow());
        assertTrue(discovery.apiVersions().containsAll(List.of("v1", "apps/v1/Deployment", "apps/v1/Scale")));
        assertTrue(cluster.version().gitVersion().startsWith("v1."));
    }
}
