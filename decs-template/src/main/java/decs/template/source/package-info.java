/**
 * Where text comes from and what is wrong with it: {@link decs.template.source.Source}, {@link decs.template.source.Problem}.
 */
package decs.template.source;
