/** The port inside this process, kept in memory or in a folder of YAML files. */
package decs.helm.kube.local;
