/** A folder or a .tgz to a chart and back; .helmignore; packaging; limits counted while inflating. */
package decs.helm.archive;
