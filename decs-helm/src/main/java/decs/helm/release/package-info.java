/** Releases as Helm records them: {@code Release}, {@code ReleaseCodec}. */
package decs.helm.release;
