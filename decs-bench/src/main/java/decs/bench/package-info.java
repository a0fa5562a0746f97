/**
 * How fast charts render: JMH benchmarks, and {@link decs.bench.Measure}, which compares a warm process with Helm's engine.
 * A {@code Case} is one render of one chart: of the recorded corpus where it is there, of the example's charts elsewhere.
 */
package decs.bench;
