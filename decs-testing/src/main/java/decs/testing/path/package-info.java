/** Paths into rendered documents, in the JSONPath dialect of helm-unittest: {@code DocumentPath}. */
package decs.testing.path;
