/** Helm's verbs on releases ({@code decs helm install|upgrade|diff|list …}), with Helm's options, output and errors. */
package decs.cli.release;
