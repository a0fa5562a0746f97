/**
 * A run in helmfile's own words: log lines, summaries, the failure of a helm call. Nothing here decides anything; it
 * only says what {@code decs.core.run} tells it.
 */
package decs.core.transcript;
