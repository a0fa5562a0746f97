/** The façade {@code Decs}. Nothing below imports it. */
package decs.core;
