/** Releases compared as helm-diff compares them, without a helmfile: {@code ReleaseDiff}. */
package decs.core.compare;
