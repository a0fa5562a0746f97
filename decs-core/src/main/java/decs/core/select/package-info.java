/** Label selectors. */
package decs.core.select;
