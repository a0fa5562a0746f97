package decs.template.yaml;

import decs.template.source.Position;
import decs.template.source.Problem;

/** The Go library that is followed where the two differ: typing of scalars, lines in messages, how far tokens run ahead. */
enum Dialect {
    /** {@code go.yaml.in/yaml/v2}, behind Helm. */
    V2(1),
    /** {@code go.yaml.in/yaml/v3}, behind helmfile. */
    V3(3);

    /** How many tokens the scanner has ready before the parser takes one. */
    final int tokensAhead;

    Dialect(int tokensAhead) {
        this.tokensAhead = tokensAhead;
    }

    /** Whether a document that declares this version of YAML is read. */
    boolean readsVersion(String version) {
        return version.equals("1.1") || (this == V3 && version.equals("1.2"));
    }

    /**
     * A syntax error with the line that Go prints: the library prefers either the place of the problem or that of its
     * context, prints none for the first line, and counts from 1 only for problems of the scanner.
     */
    YamlException error(Position at, String problem, int contextLine, int problemLine, boolean ofScanner) {
        int first = this == V2 ? problemLine : contextLine;
        int second = this == V2 ? contextLine : problemLine;
        int line = first != 0 ? first : second;
        if (line != 0 && ofScanner) {
            line++;
        }
        String message = "yaml: " + (line == 0 ? "" : "line " + line + ": ") + problem;
        return new YamlException(message, Problem.at(at, problem));
    }
}
