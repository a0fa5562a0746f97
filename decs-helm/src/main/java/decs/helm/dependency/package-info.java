/** A chart's dependencies: resolved, locked, brought into charts/, listed. Entry types: {@link Dependencies}, {@link DependencyList}. */
package decs.helm.dependency;
