/**
 * Tables recorded from Go's own libraries, and the notation of their values.
 */
package decs.template.oracle;
