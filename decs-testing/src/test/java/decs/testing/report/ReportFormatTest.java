package decs.testing.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.testing.run.CaseResult;
import decs.testing.run.SuiteResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each form of report on the same results: one that passes, fails, is broken, is passed over; and a suite that is unread. */
class ReportFormatTest {
    private static final ReportPlace PLACE =
            new ReportPlace(LocalDateTime.of(2020, 1, 2, 3, 4, 5), "host", "user", "/work", "en-GB");

    private static List<SuiteResult> results() {
        Duration time = Duration.ofMillis(12);
        CaseResult.Failure failure =
                new CaseResult.Failure(1, "equal", true, List.of("Path:\ta", "Expected NOT to equal:", "\t\"<&>\""));
        return List.of(
                new SuiteResult(
                        "shop/web",
                        "shop/tests/web_test.yaml",
                        Optional.empty(),
                        List.of(
                                new CaseResult("passes", false, Optional.empty(), List.of(), time),
                                new CaseResult("fails", false, Optional.empty(), List.of(failure), time),
                                new CaseResult("breaks", false, Optional.of("no ]]> there"), List.of(), time),
                                new CaseResult("waits", true, Optional.empty(), List.of(), Duration.ZERO)),
                        0,
                        0),
                new SuiteResult("", "shop/tests/bad_test.yaml", Optional.of("no tests found"), List.of(), 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void isAsTheServersReadIt(ReportFormat format) throws IOException {
        String name = format.name().toLowerCase(Locale.ROOT) + ".xml";
        String got = format.text(results(), PLACE).replace(Told.platform(), "platform");
        if ("update".equals(System.getProperty("golden"))) {
            Path file = Path.of("src/test/resources/decs/testing/report", name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, got);
            return;
        }
        try (InputStream in = getClass().getResourceAsStream(name)) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), got);
        }
    }
}
