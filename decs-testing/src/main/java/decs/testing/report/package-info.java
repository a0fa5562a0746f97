/** What came of suites, told: {@code TextReport} as helm-unittest prints it, {@code ReportFormat} for CI servers. */
package decs.testing.report;
