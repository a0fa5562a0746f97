package decs.cli;

import decs.cli.frame.CommandTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Arguments as Go's flag libraries read them, brought into the order and form that picocli wants: options that stand
 * before the verb move behind it, and an option whose value may be left out takes one only after {@code =}.
 *
 * @param path the verb and its groups
 * @param line everything else, in order
 */
record Arguments(List<String> path, List<String> line) {

    static Arguments of(String[] args, CommandTree root, CommandLine globals) {
        List<String> path = new ArrayList<>();
        List<String> line = new ArrayList<>();
        CommandTree tree = root;
        int i = 0;
        for (; i < args.length && tree != null; i++) {
            String arg = args[i];
            if (arg.startsWith("-") && arg.length() > 1 && !arg.equals("--")) {
                line.add(arg);
                boolean value = takesNext(arg, globals) || (isUnknown(arg, globals) && !tree.has(next(args, i)));
                if (value && i + 1 < args.length) {
                    line.add(args[++i]);
                }
            } else if (tree.has(arg)) {
                path.add(arg);
                tree = tree.group(arg);
            } else {
                break;
            }
        }
        for (; i < args.length; i++) {
            line.add(args[i]);
        }
        return new Arguments(path, line);
    }

    private static String next(String[] args, int i) {
        return i + 1 < args.length ? args[i + 1] : "";
    }

    /** Whether this is an option of a verb that comes later: cobra takes the word behind it for its value. */
    private static boolean isUnknown(String arg, CommandLine globals) {
        boolean whole = arg.startsWith("--") ? !arg.contains("=") : arg.length() == 2;
        return whole && globals.getCommandSpec().findOption(arg) == null;
    }

    /** Whether one of Helm's verbs is meant. */
    boolean isHelm() {
        return !path.isEmpty() && path.get(0).equals("helm");
    }

    boolean isHelmDiff() {
        return isHelm() && path.size() > 1 && path.get(1).equals("diff");
    }

    /** The same without flags that {@code command} does not know, each with the word behind it that is no flag. */
    Arguments without(CommandLine command) {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            boolean unknown = name.startsWith("--") && command.getCommandSpec().findOption(name) == null;
            if (!unknown) {
                known.add(word);
                if (takesNext(word, command) && i + 1 < line.size()) {
                    known.add(line.get(++i));
                }
            } else if (!word.contains("=")
                    && i + 1 < line.size()
                    && !line.get(i + 1).startsWith("-")) {
                i++;
            }
        }
        return new Arguments(path, known);
    }

    /** The value of {@code --compat}, in small letters; empty when it is not given. */
    String compat() {
        String value = "";
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            if (word.startsWith("--compat=")) {
                value = word.substring("--compat=".length());
            } else if (word.equals("--compat") && i + 1 < line.size()) {
                value = line.get(i + 1);
            }
        }
        return value.toLowerCase(Locale.ROOT);
    }

    /** Whether the caller asked for one helmfile's behaviour by name: messages are then its own, without more. */
    boolean exact() {
        return !isHelm() && (compat().equals("v0") || compat().equals("v1"));
    }

    /** The words for picocli: the path, then the line with optional values made explicit for {@code command}. */
    String[] words(CommandLine command) {
        List<String> words = new ArrayList<>(path);
        boolean optionsOver = false;
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            if (word.equals("--color") && isHelmDiff()) { // helm-diff's has no value
                words.add("--color=always");
                continue;
            }
            optionsOver |= word.equals("--");
            OptionSpec option = optionsOver ? null : command.getCommandSpec().findOption(word);
            if (option != null && option.arity().min() == 0 && option.arity().max() == 1) {
                words.add(word + "=" + option.fallbackValue());
                continue;
            }
            words.add(word);
            if (!optionsOver && takesNext(word, command) && i + 1 < line.size()) {
                words.set(words.size() - 1, joined(word, line.get(++i)));
            }
        }
        return words.toArray(String[]::new);
    }

    /** An option and its value as one word, so that a value such as {@code -} or {@code -1} is not taken for an option. */
    private static String joined(String option, String value) {
        return option.startsWith("--") || value.isEmpty() ? option + "=" + value : option + value;
    }

    private static boolean takesNext(String word, CommandLine command) {
        if (word.contains("=")) {
            return false;
        }
        if (word.startsWith("--")) {
            OptionSpec option = command.getCommandSpec().findOption(word);
            return option != null && option.arity().min() == 1;
        }
        if (!word.startsWith("-") || word.length() < 2) {
            return false;
        }
        // a cluster such as -qf FILE: only the last letter may take the next word
        for (int i = 1; i < word.length(); i++) {
            OptionSpec option = command.getCommandSpec().findOption("-" + word.charAt(i));
            if (option == null) {
                return false;
            }
            if (option.arity().min() == 1) {
                return i == word.length() - 1;
            }
        }
        return false;
    }
}
