/** OCI registries: logins, pull, push, tags. Entry types: {@link OciRegistry}, {@link Logins}. */
package decs.helm.registry;
