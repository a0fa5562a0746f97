package decs.cli.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands by name, made only when asked for: a run builds the options of one verb, not of all. A group holds
 * commands of its own ({@code decs helm get values}).
 */
public final class CommandTree {
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    private final Map<String, CommandTree> groups = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Supplier<Object> self;

    public CommandTree(Supplier<Object> self) {
        this.self = self;
    }

    public CommandTree command(String name, Supplier<Object> command, String... otherNames) {
        commands.put(name, command);
        for (String other : otherNames) {
            aliases.put(other, name);
        }
        return this;
    }

    public CommandTree group(String name, CommandTree group, String... otherNames) {
        groups.put(name, group);
        for (String other : otherNames) {
            aliases.put(other, name);
        }
        return this;
    }

    /** Whether {@code word} is a command or a group here. */
    public boolean has(String word) {
        String name = aliases.getOrDefault(word, word);
        return commands.containsKey(name) || groups.containsKey(name);
    }

    /** The group called {@code word}, or null. */
    public CommandTree group(String word) {
        return groups.get(aliases.getOrDefault(word, word));
    }

    /** A command line for this node with everything below it, for help and completion. */
    public CommandLine all() {
        CommandLine line = new CommandLine(self.get());
        commands.forEach((name, command) -> add(line, name, new CommandLine(command.get())));
        groups.forEach((name, group) -> add(line, name, group.all()));
        return line;
    }

    /** A command line for this node with only the commands along {@code path}. */
    public CommandLine along(Iterable<String> path) {
        CommandLine line = new CommandLine(self.get());
        CommandLine parent = line;
        CommandTree tree = this;
        for (String word : path) {
            String name = tree.aliases.getOrDefault(word, word);
            CommandTree group = tree.groups.get(name);
            CommandLine child =
                    group == null ? new CommandLine(tree.commands.get(name).get()) : new CommandLine(group.self.get());
            tree.add(parent, name, child);
            parent = child;
            if (group == null) {
                break;
            }
            tree = group;
        }
        return line;
    }

    private void add(CommandLine parent, String name, CommandLine child) {
        String[] others = aliases.entrySet().stream()
                .filter(alias -> alias.getValue().equals(name))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        parent.addSubcommand(name, child, others);
    }
}
