/**
 * YAML, JSON and TOML: read with positions, written byte for byte as Go's libraries do.
 */
package decs.template.yaml;
