/** What assertions demand: {@code Checks} knows every type, a {@code Check} looks at a {@code Subject}. */
package decs.testing.check;
