/**
 * Values files in HCL: {@code values} and {@code locals} blocks with expressions that see each other ({@link
 * decs.core.hcl.HclValues}). Words: a <em>body</em> holds attributes and blocks, an attribute's value is a tree of {@link
 * decs.core.hcl.HclNode}s; text is made of templates with <code>${…}</code> and <code>%{…}</code>.
 */
package decs.core.hcl;
