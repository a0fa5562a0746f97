/** Versions and constraints as Helm and Sprig read them: {@link decs.template.semver.Version}, {@link decs.template.semver.Constraint}. */
package decs.template.semver;
