/**
 * Template text to a small sealed tree; knows no values; like Go's parser it refuses unknown functions.
 */
package decs.template.parse;
