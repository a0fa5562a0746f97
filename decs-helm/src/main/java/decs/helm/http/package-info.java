/** HTTP to servers of charts: credentials, certificates, redirects, deadlines, sizes. Entry: {@link decs.helm.http.Http}. */
package decs.helm.http;
