/** The helmfile as written: {@code HelmfileSpec}; {@code SpecReader} reports all problems at once. */
package decs.core.spec;
