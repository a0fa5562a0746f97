/** Changing versions and charts files, keeping comments and layout. */
package decs.core.edit;
