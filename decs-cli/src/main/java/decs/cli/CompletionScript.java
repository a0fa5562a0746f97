package decs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion scripts for the shells that picocli does not know. */
final class CompletionScript {
    private CompletionScript() {}

    /** For fish: a line for each verb and option, with its description. */
    static String fish(CommandLine root) {
        StringBuilder out = new StringBuilder("complete -c decs -f\n");
        eachCommand(root.getCommandSpec(), List.of(), (path, spec) -> {
            String here = path.isEmpty()
                    ? "__fish_use_subcommand"
                    : path.stream()
                            .map(word -> "__fish_seen_subcommand_from " + word)
                            .collect(Collectors.joining("; and "));
            spec.subcommands().forEach((name, command) -> out.append("complete -c decs -n ")
                    .append(quoted(here))
                    .append(" -a ")
                    .append(name)
                    .append(" -d ")
                    .append(quoted(described(command.getCommandSpec())))
                    .append('\n'));
            for (OptionSpec option : shown(spec)) {
                out.append("complete -c decs -n ").append(quoted(here));
                for (String name : option.names()) {
                    out.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
                }
                out.append(option.arity().min() > 0 ? " -r" : "");
                out.append(" -d ")
                        .append(quoted(String.join(" ", option.description())))
                        .append('\n');
            }
        });
        return out.toString();
    }

    /** For PowerShell: a table of words by verb. */
    static String powershell(CommandLine root) {
        StringBuilder out = new StringBuilder("$decsWords = @{\n");
        eachCommand(root.getCommandSpec(), List.of(), (path, spec) -> {
            Stream<String> options = shown(spec).stream().map(OptionSpec::longestName);
            String words = Stream.concat(spec.subcommands().keySet().stream(), options)
                    .map(word -> "'" + word + "'")
                    .collect(Collectors.joining(", "));
            out.append("  '")
                    .append(String.join(" ", path))
                    .append("' = @(")
                    .append(words)
                    .append(")\n");
        });
        return out.append("""
            }
            Register-ArgumentCompleter -Native -CommandName decs -ScriptBlock {
              param($word, $line, $cursor)
              $path = ''
              foreach ($element in $line.CommandElements | Select-Object -Skip 1) {
                $longer = ($path + ' ' + $element.ToString()).Trim()
                if ($decsWords.ContainsKey($longer)) { $path = $longer }
              }
              $decsWords[$path] | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """).toString();
    }

    private static void eachCommand(CommandSpec spec, List<String> path, BiConsumer<List<String>, CommandSpec> sink) {
        sink.accept(path, spec);
        Map<String, CommandLine> below = new LinkedHashMap<>(spec.subcommands());
        below.forEach((name, command) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            eachCommand(command.getCommandSpec(), longer, sink);
        });
    }

    private static List<OptionSpec> shown(CommandSpec spec) {
        return spec.options().stream().filter(option -> !option.hidden()).toList();
    }

    private static String described(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
