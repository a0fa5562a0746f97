package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.action.ReleaseDrift.FieldDrift;
import decs.helm.action.ReleaseDrift.ObjectDrift;
import decs.helm.chart.HelmVersion;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.Patch;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.kube.testing.CountingCluster;
import decs.helm.text.DriftText;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Live objects that somebody has changed behind a release's back. */
final class DriftTest {
    private static final ObjectRef SHOP = new ObjectRef("apps/v1", "Deployment", Shop.NAMESPACE, "shop");

    private final LocalCluster local = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());

    private ReleaseContext released(HelmVersion version) {
        ReleaseContext context = Shop.context(local, version, Shop.host(Duration.ZERO));
        Shop.upgrade(context, 1);
        return context;
    }

    private void edit(ObjectRef ref, Map<String, Object> change) {
        local.patch(ref, new Patch.Strategic(change), WriteOptions.by("somebody"));
    }

    private static ReleaseDrift drift(ReleaseContext context, String... ignored) {
        return new Drift(context, DriftRules.of(List.of(ignored))).of("shop");
    }

    private void editDeployment() {
        edit(
                SHOP,
                Map.of(
                        "metadata",
                        Map.of("labels", Map.of("of-somebody", "yes")),
                        "spec",
                        Map.of(
                                "replicas",
                                5L,
                                "template",
                                Map.of(
                                        "spec",
                                        Map.of("containers", List.of(Map.of("name", "main", "image", "other:9")))))));
    }

    @ParameterizedTest
    @EnumSource(HelmVersion.class)
    void whatNobodyTouchedIsAsReleased(HelmVersion version) {
        ReleaseContext context = released(version);
        assertEquals(List.of(), drift(context).objects());
        assertFalse(drift(context).found());
    }

    @ParameterizedTest
    @EnumSource(HelmVersion.class)
    void changedFieldsAreNamedWithWhoChangedThem(HelmVersion version) {
        ReleaseContext context = released(version);
        editDeployment();
        List<ObjectDrift> objects = drift(context).objects();
        assertEquals(List.of(SHOP), objects.stream().map(ObjectDrift::object).toList());
        List<FieldDrift> fields = objects.get(0).fields();
        assertEquals(
                List.of("spec.replicas", "spec.template.spec.containers[name=main].image"),
                fields.stream().map(FieldDrift::path).toList(),
                "what the chart does not say may be added");
        assertEquals(5L, fields.get(0).live().orElseThrow());
        assertEquals(2L, fields.get(0).released().orElseThrow());
        assertEquals("somebody", fields.get(1).by().get(0).manager());
    }

    @Test
    void deletedObjectsAreDrift() {
        ReleaseContext context = released(HelmVersion.V4);
        ObjectRef theme = new ObjectRef("v1", "ConfigMap", Shop.NAMESPACE, "theme");
        local.delete(theme, DeleteOptions.background());
        ReleaseDrift drift = drift(context);
        assertTrue(drift.found() && drift.objects().get(0).missing());
        assertEquals(
                "default/shop (revision 1):\n  ConfigMap theme is gone\n1 of 1 release has drifted\n",
                new DriftText(false).text(List.of(drift)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec", "Deployment:spec", "Deployment/sh*:spec", "spec.*", "Deploy*/shop:spec.*"})
    void rulesCoverAllBelowThem(String rule) {
        ReleaseContext context = released(HelmVersion.V4);
        editDeployment();
        assertFalse(drift(context, rule).found());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"spec.replicas", "Service:spec", "Deployment/mail:spec", "spec.template.spec.containers[1]"})
    void rulesCoverNothingElse(String rule) {
        ReleaseContext context = released(HelmVersion.V4);
        editDeployment();
        assertTrue(drift(context, rule).found());
    }

    @Test
    void rulesWithoutPathAreRefused() {
        DecsException refused = assertThrows(DecsException.class, () -> DriftRules.of(List.of("Deployment:")));
        assertTrue(refused.getMessage().contains("names no path"), refused.getMessage());
    }

    @Test
    void valuesOfSecretsAreNotShown() {
        ReleaseContext context = released(HelmVersion.V4);
        ObjectRef key = new ObjectRef("v1", "Secret", Shop.NAMESPACE, "key");
        edit(key, Map.of("data", Map.of("key", "c3RvbGVu")));
        List<ReleaseDrift> drift = List.of(drift(context));
        assertFalse(new DriftText(false).text(drift).contains("c3RvbGVu"));
        assertFalse(new DriftText(false).json(drift).contains("c3RvbGVu"));
        assertTrue(new DriftText(true).text(drift).contains("c3RvbGVu"));
    }

    @Test
    void nothingIsWritten() {
        released(HelmVersion.V4);
        editDeployment();
        Map<String, Object> before = Shop.objects(local);
        CountingCluster counting = new CountingCluster(local);
        drift(Shop.context(counting, HelmVersion.V4, Shop.host(Duration.ZERO)));
        assertEquals(before, Shop.objects(local));
        assertTrue(counting.writes().stream().allMatch(write -> write.startsWith("patch")), "only rehearsals");
    }
}
