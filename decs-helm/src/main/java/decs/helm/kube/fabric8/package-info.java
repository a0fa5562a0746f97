/** The port on a real API server, by the fabric8 client; the only package that names it. */
package decs.helm.kube.fabric8;
