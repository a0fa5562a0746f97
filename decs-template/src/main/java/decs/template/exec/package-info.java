/**
 * The tree compiled once into a program of small final nodes, and its execution.
 */
package decs.template.exec;
