/** Test suites as written: {@code SuiteReader} reads a file to {@code Suite}, {@code TestCase} and {@code Assertion}. */
package decs.testing.suite;
