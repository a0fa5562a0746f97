/** One verb, one class, {@code run(Request)} to a result. */
package decs.helm.action;
