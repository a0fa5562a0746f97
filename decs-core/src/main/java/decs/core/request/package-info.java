/** What callers ask for and get; records only. */
package decs.core.request;
