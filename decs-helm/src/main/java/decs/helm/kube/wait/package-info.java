/**
 * Waiting for what a cluster does with objects: one set of watches for all who wait, the rules of Helm 3 and Helm 4 by
 * which an object is ready, and the reasons why one is not.
 */
package decs.helm.kube.wait;
