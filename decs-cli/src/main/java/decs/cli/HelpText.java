package decs.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's help: what it is, its commands or own options, then the options shared with others, one line each. */
final class HelpText {
    private static final int COLUMN = 38;
    private static final int WIDTH = 110;

    private HelpText() {}

    static String of(CommandLine command) {
        StringBuilder out = new StringBuilder();
        CommandSpec spec = command.getCommandSpec();
        out.append(String.join(" ", spec.usageMessage().description())).append("\n\nUsage:\n  ");
        out.append(spec.qualifiedName());
        out.append(spec.subcommands().isEmpty() ? "" : " COMMAND");
        for (PositionalParamSpec positional : spec.positionalParameters()) {
            out.append(' ')
                    .append(
                            positional.arity().min() == 0
                                    ? "[" + positional.paramLabel() + "]"
                                    : positional.paramLabel());
        }
        out.append(" [options]\n");
        commands(spec, out);
        Set<OptionSpec> shared = new HashSet<>();
        spec.mixins().values().forEach(mixin -> shared.addAll(mixin.options()));
        options("Options", spec.options().stream().filter(o -> !isIn(o, shared)).toList(), out);
        options(
                "Options of every command",
                spec.options().stream().filter(o -> isIn(o, shared)).toList(),
                out);
        return out.toString();
    }

    private static boolean isIn(OptionSpec option, Set<OptionSpec> shared) {
        return shared.stream().anyMatch(other -> other.longestName().equals(option.longestName()));
    }

    private static void commands(CommandSpec spec, StringBuilder out) {
        if (spec.subcommands().isEmpty()) {
            return;
        }
        out.append("\nCommands:\n");
        Set<CommandLine> seen = new HashSet<>();
        for (Map.Entry<String, CommandLine> entry : spec.subcommands().entrySet()) {
            if (seen.add(entry.getValue())) {
                String text = String.join(
                        " ", entry.getValue().getCommandSpec().usageMessage().description());
                line("  " + entry.getKey(), text, 18, out);
            }
        }
    }

    private static void options(String heading, List<OptionSpec> options, StringBuilder out) {
        List<OptionSpec> shown =
                options.stream().filter(option -> !option.hidden()).toList();
        if (shown.isEmpty()) {
            return;
        }
        out.append('\n').append(heading).append(":\n");
        for (OptionSpec option : shown) {
            line(names(option), String.join(" ", option.description()), COLUMN, out);
        }
    }

    private static String names(OptionSpec option) {
        List<String> names = new ArrayList<>(List.of(option.names()));
        String joined = names.stream().collect(Collectors.joining(", "));
        String indent = names.get(0).startsWith("--") ? "      " : "  ";
        boolean flag = option.arity().max() == 0 || (option.arity().min() == 0 && option.type() == boolean.class);
        String value = option.paramLabel();
        String label = flag ? "" : option.arity().min() == 0 ? "[=" + value + "]" : " " + value;
        return indent + joined + label;
    }

    private static void line(String left, String text, int column, StringBuilder out) {
        out.append(left);
        int at = left.length();
        if (at > column - 2) {
            out.append('\n');
            at = 0;
        }
        out.append(" ".repeat(column - at));
        int room = column;
        for (String word : text.split(" ")) {
            if (room + word.length() > WIDTH) {
                out.append('\n').append(" ".repeat(column));
                room = column;
            }
            out.append(word).append(' ');
            room += word.length() + 1;
        }
        out.setLength(out.length() - 1);
        out.append('\n');
    }
}
