/** helmfile's verbs at the top level: options in, a request of {@code decs.core} out, results and progress printed. */
package decs.cli.helmfile;
