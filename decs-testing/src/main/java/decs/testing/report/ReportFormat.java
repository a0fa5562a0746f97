package decs.testing.report;

import decs.testing.run.SuiteResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which CI servers read results. */
public enum ReportFormat {
    JUNIT,
    NUNIT,
    XUNIT,
    SONAR;

    /** The format of this name, in whatever case. */
    public static Optional<ReportFormat> named(String name) {
        for (ReportFormat format : values()) {
            if (format.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The report on suites, as the text of a file. */
    public String text(List<SuiteResult> suites, ReportPlace place) {
        return switch (this) {
            case JUNIT -> JUnitReport.of(suites, place).toString();
            case NUNIT -> NUnitReport.of(suites, place).toString();
            case XUNIT -> XUnitReport.of(suites, place).toString();
            case SONAR -> SonarReport.of(suites).toString();
        };
    }
}
