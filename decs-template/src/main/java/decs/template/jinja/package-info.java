/**
 * A second engine for values files ending in {@code .j2}, on jinjava, sandboxed.
 */
package decs.template.jinja;
