/**
 * Go's visible formatting: fmt verbs, {@code %v} of maps and floats, time layouts, quoting.
 */
package decs.template.gofmt;
