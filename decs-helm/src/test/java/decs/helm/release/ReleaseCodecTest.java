package decs.helm.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.chart.HelmVersion;
import decs.helm.render.HookEvent;
import decs.template.source.DecsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of Helm 3.22.0 and 4.3.1, read and written again. */
class ReleaseCodecTest {

    @ParameterizedTest
    @EnumSource(HelmVersion.class)
    void whatHelmWroteIsWrittenAgainToTheByte(HelmVersion helm) {
        String json = resource(name(helm) + ".json");

        Release release = ReleaseCodec.decode(resource(name(helm) + ".record"));

        assertEquals(json, ReleaseCodec.json(release, helm));
    }

    @ParameterizedTest
    @EnumSource(HelmVersion.class)
    void aChartIsWrittenAsHelmWritesIt(HelmVersion helm) {
        Release release = ReleaseCodec.decode(resource(name(helm) + ".record"));

        StoredChart again = StoredChart.of(release.chart().chart());

        assertEquals(release.chart().json(helm), again.json(helm));
    }

    @ParameterizedTest
    @EnumSource(HelmVersion.class)
    void encodingAndDecodingLosesNothing(HelmVersion helm) {
        Release release = ReleaseCodec.decode(resource(name(helm) + ".record"));

        String record = ReleaseCodec.encode(release, helm);

        assertTrue(record.startsWith("H4sIAAAAAAAC/"), record);
        assertEquals(ReleaseCodec.json(release, helm), ReleaseCodec.json(ReleaseCodec.decode(record), helm));
    }

    @Test
    void helm3DropsWhatOnlyHelm4Knows() {
        String json = ReleaseCodec.json(ReleaseCodec.decode(resource("helm4.record")), HelmVersion.V3);

        for (String field : List.of("apply_method", "modtime", "schemamodtime", "rollback_revision")) {
            assertFalse(json.contains("\"" + field + "\""), json);
        }
        assertTrue(json.contains("\"deleted\":\"\""), json);
    }

    @Test
    void helm4AddsNoTimesButThatOfTheSchema() {
        String json = ReleaseCodec.json(ReleaseCodec.decode(resource("helm3.record")), HelmVersion.V4);

        assertTrue(json.contains("\"schemamodtime\":\"0001-01-01T00:00:00Z\",\"files\""), json);
        assertFalse(json.contains("\"modtime\""), json);
        assertFalse(json.contains("\"deleted\""), json);
    }

    @Test
    void recordsWithoutGzipAreRead() {
        String json = resource("helm3.json");
        String record = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        Release release = ReleaseCodec.decode(record);

        assertEquals("sh.helm.release.v1.r3.v1", release.key());
        assertEquals(ReleaseStatus.DEPLOYED, release.status());
        assertEquals("rich-1.2.3+build.4", release.chart().nameAndVersion());
        assertEquals(3, release.chart().chart().files().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"info\":{\"first_deployed\":\"2024-01-02T03:04:05.1+02:00\",\"status\":\"resting\","
                        + "\"mood\":{\"z\":1,\"a\":[null,\"\\u003c\"]}},\"chart\":{\"zeta\":1,\"metadata\":{\"name\":\"c\","
                        + "\"later\":true}},\"version\":3,\"namespace\":\"n\",\"sequence\":[1,2]}",
                "{\"name\":\"a\",\"info\":{\"status\":\"deployed\"},\"chart\":{},\"hooks\":[{\"name\":\"h\","
                        + "\"events\":[\"pre-install\",\"on-tuesdays\"],\"last_run\":{\"phase\":\"\"},\"owner\":\"me\"}]}"
            })
    void whatIsUnknownStays(String json) {
        Release release =
                ReleaseCodec.decode(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));

        assertEquals(json, ReleaseCodec.json(release, HelmVersion.V4));
    }

    @Test
    void helm3SpellsOutTimesThatAreNotThere() {
        String json = "{\"name\":\"a\",\"info\":{\"status\":\"failed\"},\"chart\":{},"
                + "\"hooks\":[{\"name\":\"h\",\"events\":[\"test\"],\"last_run\":{\"phase\":\"\"}}]}";
        Release release =
                ReleaseCodec.decode(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));

        assertTrue(release.hooks().get(0).runsOn(HookEvent.TEST));
        assertEquals(
                "{\"name\":\"a\",\"info\":{\"first_deployed\":\"\",\"last_deployed\":\"\",\"deleted\":\"\","
                        + "\"status\":\"failed\"},\"chart\":{},\"hooks\":[{\"name\":\"h\",\"events\":[\"test\"],"
                        + "\"last_run\":{\"started_at\":\"\",\"completed_at\":\"\",\"phase\":\"\"}}]}",
                ReleaseCodec.json(release, HelmVersion.V3));
    }

    @Test
    void aStateThatChangesReplacesAnUnknownOne() {
        String json = "{\"name\":\"a\",\"info\":{\"status\":\"resting\"},\"chart\":{}}";
        Release release =
                ReleaseCodec.decode(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));

        Release next = release.withStatus(ReleaseStatus.SUPERSEDED, "done");

        assertEquals(
                "{\"name\":\"a\",\"info\":{\"description\":\"done\",\"status\":\"superseded\"},\"chart\":{}}",
                ReleaseCodec.json(next, HelmVersion.V4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "H4sIAAAAAAAC/wAA", "W10=", "eyJuYW1lIjo="})
    void whatIsNoRecordIsRefused(String text) {
        DecsException refused = assertThrows(DecsException.class, () -> ReleaseCodec.decode(text));
        assertTrue(refused.getMessage().startsWith("a release record "), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-02T03:04:05Z",
                "2024-01-02T03:04:05.1Z",
                "2024-01-02T03:04:05.000000001-05:30",
                "2024-12-31T23:59:59.12+02:00"
            })
    void timesAreWrittenAsTheyWere(String text) {
        assertEquals(text, RecordTime.write(RecordTime.read(text).orElseThrow()));
    }

    private static String name(HelmVersion helm) {
        return helm == HelmVersion.V3 ? "helm3" : "helm4";
    }

    private static String resource(String name) {
        try (InputStream in = ReleaseCodecTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
