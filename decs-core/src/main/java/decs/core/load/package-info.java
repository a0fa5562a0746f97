/** Templated files to a {@code State}: parts, bases, nested helmfiles, v0 double rendering. */
package decs.core.load;
