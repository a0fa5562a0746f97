/** Waves run in parallel, hooks, outcomes; the only place that starts threads. */
package decs.core.run;
