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
            boolean bare =
                    positional.arity().min() > 0 || positional.paramLabel().contains("[");
            if (!positional.hidden()) {
                out.append(' ').append(bare ? positional.paramLabel() : "[" + positional.paramLabel() + "]");
            }
        }
        out.append(" [options]\n");
        commands(spec, out);
        Set<String> shared = shared(spec);
        options(
                "Options",
                spec.options().stream()
                        .filter(option -> !shared.contains(option.longestName()))
                        .toList(),
                out);
        options(
                "Options of every command",
                spec.options().stream()
                        .filter(option -> shared.contains(option.longestName()))
                        .toList(),
                out);
        return out.toString();
    }

    /** The options that a command has in common with those beside it: what the command above it knows, too. */
    private static Set<String> shared(CommandSpec spec) {
        Set<String> names = new HashSet<>();
        if (!spec.subcommands().isEmpty()) {
            spec.mixins().values().forEach(mixin -> mixin.options().forEach(option -> names.add(option.longestName())));
        }
        for (CommandSpec above = spec.parent(); above != null; above = above.parent()) {
            above.options().forEach(option -> names.add(option.longestName()));
        }
        return names;
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
        flag |= option.type() == Boolean.class;
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
