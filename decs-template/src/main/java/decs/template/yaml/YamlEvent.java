package decs.template.yaml;

/** What a YAML text consists of, in the order in which {@link YamlEvents} meets it. */
public enum YamlEvent {
    DOCUMENT_START,
    DOCUMENT_END,
    MAPPING_START,
    MAPPING_END,
    SEQUENCE_START,
    SEQUENCE_END,
    SCALAR,
    ALIAS,
    STREAM_END
}
