/** Results as helmfile prints them: lists, builds, plans, environments; pure functions. */
package decs.core.text;
