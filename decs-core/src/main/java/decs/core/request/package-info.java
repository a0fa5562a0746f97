/** What callers ask for and get; records only. Every record has a short way to its defaults and a {@code with} per choice. */
package decs.core.request;
