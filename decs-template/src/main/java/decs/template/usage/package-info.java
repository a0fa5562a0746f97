/**
 * What templates read of their data, found without running them: {@link decs.template.usage.TemplateReads}.
 */
package decs.template.usage;
