/** A chart and values to manifests, hooks and notes: {@code ChartRenderer}. */
package decs.helm.render;
