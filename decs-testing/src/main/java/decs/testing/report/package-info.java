/** What came of suites, told: {@code TextReport} as helm-unittest prints it. */
package decs.testing.report;
