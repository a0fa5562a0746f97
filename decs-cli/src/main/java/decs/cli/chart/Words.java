package decs.cli.chart;

import decs.cli.frame.UsageException;
import java.util.List;

/** How many words a verb takes, said in Helm's way when there are others. */
final class Words {
    private Words() {}

    static void exactly(int count, List<String> words, String verb, String usage) {
        if (words.size() != count) {
            throw wrong(count + (count == 1 ? " argument" : " arguments"), verb, usage);
        }
    }

    static void atLeast(int count, List<String> words, String verb, String usage) {
        if (words.size() < count) {
            throw wrong("at least " + count + (count == 1 ? " argument" : " arguments"), verb, usage);
        }
    }

    private static UsageException wrong(String wanted, String verb, String usage) {
        return new UsageException(
                "\"helm " + verb + "\" requires " + wanted + "\n\nUsage:  helm " + verb + " " + usage + " [flags]");
    }
}
