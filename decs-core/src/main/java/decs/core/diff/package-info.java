/** Object-wise comparison of manifests and its printed forms. */
package decs.core.diff;
