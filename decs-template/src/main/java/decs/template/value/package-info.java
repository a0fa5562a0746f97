/**
 * Trees of values with the place each leaf came from; merge, paths, the {@code --set} grammar.
 */
package decs.template.value;
