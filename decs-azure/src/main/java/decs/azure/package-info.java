/** Secrets of Azure's key vaults: {@code ref+azurekeyvault}. */
package decs.azure;
