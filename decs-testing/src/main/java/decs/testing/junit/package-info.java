/** Suites as tests of JUnit 5: {@code ChartSuites}. Whoever uses it brings JUnit. */
package decs.testing.junit;
