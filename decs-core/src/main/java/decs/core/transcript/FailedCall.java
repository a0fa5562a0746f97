package decs.core.transcript;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A call that failed, told in helmfile's blocks. decs calls no helm: {@code arguments} are those of the call that
 * would have done the same.
 *
 * @param arguments from the program's own name on
 * @param out what it would have printed on standard output before it failed
 */
public record FailedCall(String program, List<String> arguments, int status, String out, String error) {
    public FailedCall {
        Objects.requireNonNull(program, "program");
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(error, "error");
    }

    /** The blocks, without a final newline. */
    public String text() {
        StringBuilder text =
                new StringBuilder("command \"").append(program).append("\" exited with non-zero status:\n");
        block("PATH:", program, text);
        StringBuilder numbered = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int bytes = argument.getBytes(StandardCharsets.UTF_8).length;
            numbered.append(i)
                    .append(": ")
                    .append(argument)
                    .append(" (")
                    .append(bytes)
                    .append(" bytes)\n");
        }
        block("ARGS:", numbered.toString(), text);
        block("ERROR:", "exit status " + status, text);
        block("EXIT STATUS", Integer.toString(status), text);
        if (!error.isEmpty()) {
            block("STDERR:", error, text);
        }
        if (!error.isEmpty() || !out.isEmpty()) {
            block("COMBINED OUTPUT:", out + error, text);
        }
        return text.toString().stripTrailing();
    }

    private static void block(String title, String content, StringBuilder text) {
        text.append('\n').append(title).append('\n');
        content.lines()
                .filter(line -> !line.isEmpty())
                .forEach(line -> text.append("  ").append(line).append('\n'));
    }
}
