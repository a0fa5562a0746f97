package decs.cli.frame;

import decs.template.gofmt.GoDuration;
import decs.template.language.FunctionException;
import decs.template.source.Suggestion;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Values of options as Go's flag libraries read them, and what these say of those that they refuse. */
public final class GoFlags {
    private static final List<String> YES = List.of("1", "t", "T", "TRUE", "true", "True");
    private static final List<String> NO = List.of("0", "f", "F", "FALSE", "false", "False");

    private GoFlags() {}

    /** Teaches {@code line} Go's values. */
    public static CommandLine taught(CommandLine line) {
        line.registerConverter(boolean.class, GoFlags::bool);
        line.registerConverter(Boolean.class, GoFlags::bool);
        line.registerConverter(int.class, GoFlags::integer);
        line.registerConverter(Integer.class, GoFlags::integer);
        line.registerConverter(Duration.class, GoFlags::duration);
        line.registerConverter(OutputFormat.class, GoFlags::output);
        return line;
    }

    public static boolean bool(String text) {
        if (YES.contains(text) || NO.contains(text)) {
            return YES.contains(text);
        }
        throw new TypeConversionException("strconv.ParseBool: parsing \"" + text + "\": invalid syntax");
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.ofNanos(GoDuration.parse(text).nanos());
        } catch (FunctionException bad) {
            throw new TypeConversionException(bad.getMessage());
        }
    }

    private static OutputFormat output(String text) {
        return Arrays.stream(OutputFormat.values())
                .filter(format -> format.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("invalid format type"));
    }

    /**
     * What Go's flag libraries say of a mistake.
     *
     * @param helm whether Helm's own words are wanted and nothing else
     */
    public static String wording(ParameterException misuse, boolean helm) {
        if (misuse instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), misuse.getCommandLine(), helm);
        }
        if (misuse instanceof MissingParameterException missing && isOption(missing.getMissing())) {
            String name = ((OptionSpec) missing.getMissing().get(0)).longestName();
            return "flag needs an argument: "
                    + (name.startsWith("--") ? name : "'" + name.substring(1) + "' in " + name);
        }
        if (misuse.getArgSpec() instanceof OptionSpec option && misuse.getValue() != null) {
            return invalid(misuse.getValue(), option, reason(misuse.getMessage()));
        }
        return misuse.getMessage();
    }

    private static boolean isOption(List<ArgSpec> missing) {
        return !missing.isEmpty() && missing.get(0) instanceof OptionSpec;
    }

    /** {@code invalid argument "x" for "-o, --output" flag: why}. */
    private static String invalid(String value, OptionSpec option, String why) {
        String names = Arrays.stream(option.names())
                .sorted(Comparator.comparingInt(String::length))
                .collect(Collectors.joining(", "));
        return "invalid argument \"" + value + "\" for \"" + names + "\" flag: " + why;
    }

    /** The converter's own words, which picocli puts behind a place of its own. */
    private static String reason(String message) {
        for (String start : List.of("strconv.", "time: ", "invalid ")) {
            int at = message.indexOf(start);
            if (at >= 0) {
                return message.substring(at);
            }
        }
        return message;
    }

    private static String unmatched(String word, CommandLine line, boolean helm) {
        CommandSpec spec = line.getCommandSpec();
        if (word.startsWith("-") && word.length() > 1) {
            return unknownFlag(word, spec.optionsMap(), helm);
        }
        if (spec.subcommands().isEmpty()) {
            return "unexpected argument: " + word;
        }
        if (helm) {
            String name = spec.qualifiedName().replaceFirst("^decs ", "");
            return "unknown command \"" + word + "\" for \"" + name + "\"\nRun '" + name + " --help' for usage.";
        }
        return "unknown command \"" + word + "\" for \"" + spec.qualifiedName() + "\""
                + nearest(word, spec.subcommands().keySet());
    }

    private static String unknownFlag(String word, Map<String, OptionSpec> options, boolean helm) {
        String flag = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        String near = helm ? "" : nearest(flag, options.keySet());
        if (flag.startsWith("--")) {
            return "unknown flag: " + flag + near;
        }
        String letter = flag.chars()
                .skip(1)
                .mapToObj(Character::toString)
                .filter(c -> !options.containsKey("-" + c))
                .findFirst()
                .orElse(flag.substring(1, 2));
        return helm ? "unknown shorthand flag: '" + letter + "' in " + flag : "unknown shorthand flag: " + flag + near;
    }

    private static String nearest(String word, Collection<String> known) {
        return Suggestion.nearest(word, known)
                .map(name -> "\ndid you mean " + name + "?")
                .orElse("");
    }
}
