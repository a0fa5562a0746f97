package decs.template.yaml;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;

/** Text that is no YAML, or no YAML of the wanted shape; the message is the Go library's. */
public final class YamlException extends DecsException {
    private static final long serialVersionUID = 1L;

    public YamlException(String message, Problem problem) {
        this(message, List.of(problem));
    }

    YamlException(String message, List<Problem> problems) {
        super(message, problems, null);
    }
}
