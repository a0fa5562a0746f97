/** The template functions that helmfile adds. */
package decs.core.functions;
