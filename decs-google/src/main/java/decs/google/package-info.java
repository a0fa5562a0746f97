/** Secrets and objects of Google's cloud: {@code ref+gcpsecrets}, {@code ref+gcs}, {@code gs://}. */
package decs.google;
