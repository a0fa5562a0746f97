/**
 * The template engine's façade: {@link decs.template.TemplateSet}. Nothing below imports it.
 */
package decs.template;
