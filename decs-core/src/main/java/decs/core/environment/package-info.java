/** An environment and its values layers in order. */
package decs.core.environment;
