/** What all commands share: the verb itself, the console, the tree of commands, options that every command has, failures. */
package decs.cli.frame;
