/** What a chart gets as values: coalescing, globals, import-values, conditions, tags, JSON schema. */
package decs.helm.values;
