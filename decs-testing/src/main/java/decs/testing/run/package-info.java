/** Suites run on charts: {@code ChartTests} finds and runs them, {@code ChartResult} holds what came of it. */
package decs.testing.run;
