/** The command line: options to a request, the call, its result printed. */
package decs.cli;
