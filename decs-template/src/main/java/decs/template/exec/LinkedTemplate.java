package decs.template.exec;

import decs.template.source.Source;

/**
 * A template in a set.
 *
 * @param name its name, by which it is called
 * @param source the text it stands in, under the name that errors show
 * @param id numbers the names of a set, for counters
 */
record LinkedTemplate(String name, Source source, Body body, int id) {}
