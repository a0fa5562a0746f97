/** What Helm prints of releases, as pure functions from records to text. */
package decs.helm.text;
