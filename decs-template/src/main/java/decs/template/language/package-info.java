/**
 * What a template may use: {@link decs.template.language.FunctionTable}, {@link decs.template.language.TemplateObject}, {@link decs.template.language.Limits}.
 */
package decs.template.language;
