/**
 * The {@code decs} command: from the words on the command line to the verb ({@link decs.cli.Main}). The verbs are in
 * {@code helmfile}, {@code chart} and {@code release}, what they share in {@code frame}.
 */
package decs.cli;
