package decs.template.exec;

/**
 * A compiled template: what to run, and what a run needs.
 *
 * @param name the name of a {@code define}; empty for the text itself
 * @param slots how many variables
 * @param height how many Java frames a run may nest, apart from the templates it calls
 * @param blank whether there is nothing but white space
 */
record Body(String name, Step step, int slots, int height, boolean blank) {}
