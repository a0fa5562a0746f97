package decs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code --help} prints says something of everything that it names. */
class HelpTest {
    static Stream<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>();
        collect(Commands.tree().all(), all);
        return all.stream();
    }

    private static void collect(CommandLine line, List<CommandSpec> all) {
        all.add(line.getCommandSpec());
        line.getSubcommands().values().forEach(sub -> collect(sub, all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandAndVisibleOptionIsDescribed(CommandSpec command) {
        assertTrue(command.usageMessage().description().length > 0, command.qualifiedName());
        List<String> silent = command.options().stream()
                .filter(option -> !option.hidden() && option.description().length == 0)
                .map(OptionSpec::longestName)
                .toList();
        assertEquals(List.of(), silent, command.qualifiedName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void parametersAreBracketedOnce(CommandSpec command) {
        assertFalse(HelpText.of(command.commandLine()).contains("[["), command.qualifiedName());
    }
}
