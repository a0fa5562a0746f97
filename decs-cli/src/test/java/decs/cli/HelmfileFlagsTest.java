package decs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every flag of every verb of helmfile is one here, too. */
class HelmfileFlagsTest {
    private static final Path TABLE = Path.of("src/test/resources/decs/cli/helmfile-flags.txt");

    static Stream<Arguments> verbs() throws IOException {
        Map<String, List<String>> table = new LinkedHashMap<>();
        String verb = "";
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                verb = line.substring(0, colon);
            }
            Arrays.stream(line.substring(colon + 1).strip().split(" +"))
                    .filter(flag -> !flag.isEmpty())
                    .forEach(table.computeIfAbsent(verb, name -> new ArrayList<>())::add);
            table.computeIfAbsent(verb, name -> new ArrayList<>());
        }
        List<String> global = table.remove("*");
        return table.entrySet().stream()
                .map(row -> Arguments.of(
                        row.getKey(),
                        Stream.concat(global.stream(), row.getValue().stream()).toList()));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void isKnown(String verb, List<String> flags) {
        CommandLine command = Commands.tree().all().getSubcommands().get(verb);
        List<String> unknown = flags.stream()
                .filter(flag -> command.getCommandSpec().findOption("--" + flag) == null)
                .toList();
        assertEquals(List.of(), unknown, verb);
    }
}
