package decs.cli;

import decs.cli.frame.CommandTree;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Failures;
import decs.cli.frame.GoFlags;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.cli.release.ReleaseVerbs;
import decs.template.source.DecsException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The {@code decs} command: finds the verb, reads its options, runs it, and turns failures into text and exit codes. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Console console = Console.ofProcess();
        int code = run(args, console);
        console.out().flush();
        console.err().flush();
        Departure.dismissSelectors();
        System.exit(code);
    }

    static int run(String[] args, Console console) {
        CommandTree tree = Commands.tree();
        Arguments arguments = Arguments.of(args, tree, new CommandLine(new GlobalsProbe()));
        boolean helm = arguments.isHelm();
        try {
            return execute(arguments, tree, console);
        } catch (ParameterException misuse) {
            console.out().flush();
            return misused(misuse, arguments, console);
        } catch (UsageException misuse) {
            console.out().flush();
            failures(arguments, console).print(misuse, helm);
            return helm ? ExitCode.FAILED : ExitCode.USAGE_OR_NO_MATCH;
        } catch (DecsException failure) {
            console.out().flush();
            failures(arguments, console).print(failure, helm);
            return helm ? ExitCode.FAILED : ExitCode.of(failure);
        } catch (RuntimeException bug) { // the border of the program: nothing may escape as a bare stack trace
            console.out().flush();
            failures(arguments, console).printBug(bug);
            return ExitCode.FAILED;
        }
    }

    private static Failures failures(Arguments arguments, Console console) {
        boolean debug = arguments.line().contains("--debug");
        boolean exact = arguments.exact() || (speaksAsHelm(arguments) && !console.terminal());
        return new Failures(
                console.err()::print, debug, debug || !exact || arguments.line().contains("--hints"));
    }

    private static boolean speaksAsHelm(Arguments arguments) {
        return arguments.path().size() > 1
                && arguments.isHelm()
                && ReleaseVerbs.NAMES.contains(arguments.path().get(1));
    }

    private static int misused(ParameterException misuse, Arguments arguments, Console console) {
        boolean helm = arguments.isHelm();
        String said = GoFlags.wording(misuse, helm);
        if (!arguments.exact()) {
            console.err().println((helm ? "Error: " : "") + said);
            return helm ? ExitCode.FAILED : ExitCode.USAGE_OR_NO_MATCH;
        }
        if (said.startsWith("unknown command") && arguments.compat().equals("v0")) { // helmfile 0.x only shows its help
            console.out().print(HelpText.of(Commands.tree().all()));
            return ExitCode.OK;
        }
        console.err().println(said.lines().findFirst().orElse("").replace("for \"decs\"", "for \"helmfile\""));
        return ExitCode.USAGE_OR_NO_MATCH;
    }

    private static int execute(Arguments arguments, CommandTree tree, Console console) {
        boolean help = arguments.line().contains("--help") || arguments.line().contains("-h");
        boolean group = isGroup(arguments, tree);
        if (arguments.path().isEmpty() && arguments.line().contains("--version")) {
            return new VersionCommand().run(console);
        }
        CommandLine root = configured(help || group ? tree.all() : tree.along(arguments.path()));
        CommandLine verb = root;
        for (String word : arguments.path()) {
            verb = verb.getSubcommands().get(word);
        }
        if (help) {
            console.out().print(HelpText.of(verb));
            return ExitCode.OK;
        }
        boolean lenient =
                arguments.isHelmDiff() && "true".equals(console.environment().get("HELM_DIFF_IGNORE_UNKNOWN_FLAGS"));
        root.parseArgs((lenient ? arguments.without(verb) : arguments).words(verb));
        if (group) {
            console.out().print(HelpText.of(verb));
            return ExitCode.OK;
        }
        Verb command = verb.getCommand();
        return command.run(console);
    }

    private static boolean isGroup(Arguments arguments, CommandTree tree) {
        CommandTree node = tree;
        for (String word : arguments.path()) {
            node = node.group(word);
            if (node == null) {
                return false;
            }
        }
        return true;
    }

    private static CommandLine configured(CommandLine root) {
        root.setExpandAtFiles(false);
        root.setAllowOptionsAsOptionParameters(true);
        root.setInterpolateVariables(false);
        root.setOverwrittenOptionsAllowed(true);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        return GoFlags.taught(root);
    }
}
