/** Charts packed, signed, sent, fetched, checked and begun: {@code helm package|push|pull|verify|create}. */
package decs.helm.packaging;
