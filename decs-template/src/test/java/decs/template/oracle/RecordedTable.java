package decs.template.oracle;

import decs.template.language.FunctionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Calls recorded from Go: one a line, the function, its arguments and what it gave, apart by tabs. */
public final class RecordedTable {
    private RecordedTable() {}

    /** One recorded call; {@code result} starts with {@code !} where the call failed. */
    public record Row(String function, String arguments, String result) {
        @Override
        public String toString() {
            return function + " " + arguments;
        }
    }

    /** What a call does in Java. */
    @FunctionalInterface
    public interface Call {
        Object run(Object[] args);
    }

    /** The rows of a table that lies beside {@code owner}. */
    public static List<Row> rows(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no table " + name + " beside " + owner);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The rows of a text; lines that start with {@code #} are comments. */
    public static List<Row> parse(String text) {
        return text.lines()
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .map(line -> line.split("\t", 3))
                .map(cells -> new Row(cells[0], cells[1], cells[2]))
                .toList();
    }

    /** What the call gives, in the notation of the tables. */
    public static String outcome(Call call, Row row) {
        try {
            return LiteralWriter.write(call.run(LiteralReader.readArguments(row.arguments)));
        } catch (FunctionException failure) {
            return "!" + LiteralWriter.write(failure.getMessage());
        }
    }
}
