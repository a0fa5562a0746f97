/** Charts as records: {@link decs.helm.chart.Chart}, {@link decs.helm.chart.ChartMetadata}. */
package decs.helm.chart;
