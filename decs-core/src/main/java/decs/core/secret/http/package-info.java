/** The two or three requests that secret stores are asked with. */
package decs.core.secret.http;
