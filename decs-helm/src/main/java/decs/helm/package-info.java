/** The façade {@code Helm}. Nothing below imports it. */
package decs.helm;
