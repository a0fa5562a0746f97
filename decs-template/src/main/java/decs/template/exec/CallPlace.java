package decs.template.exec;

import decs.template.parse.Node;

/**
 * A call, as errors name it.
 *
 * @param name the function or method
 * @param node where the function's own failure is reported
 * @param at where a wrong number of arguments is reported; null when only the run shows it
 */
record CallPlace(String name, Node node, Node at) {}
