/** Helm's verbs on charts and their servers ({@code decs helm template|lint|repo|pull …}), with Helm's options and output. */
package decs.cli.chart;
