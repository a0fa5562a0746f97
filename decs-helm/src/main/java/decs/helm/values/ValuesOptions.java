package decs.helm.values;

import java.util.List;

/**
 * Values as a command line names them. Later entries of one list win over earlier ones; between the lists the order is
 * that of the components, whatever the order on the command line was.
 *
 * @param files {@code -f}: paths, URLs, or {@code -}
 * @param json {@code --set-json}
 * @param set {@code --set}
 * @param texts {@code --set-string}
 * @param fileTexts {@code --set-file}
 * @param literals {@code --set-literal}
 */
public record ValuesOptions(
        List<String> files,
        List<String> json,
        List<String> set,
        List<String> texts,
        List<String> fileTexts,
        List<String> literals) {
    private static final ValuesOptions NONE =
            new ValuesOptions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ValuesOptions {
        files = List.copyOf(files);
        json = List.copyOf(json);
        set = List.copyOf(set);
        texts = List.copyOf(texts);
        fileTexts = List.copyOf(fileTexts);
        literals = List.copyOf(literals);
    }

    public static ValuesOptions none() {
        return NONE;
    }

    /** Files and {@code --set} only. */
    public static ValuesOptions of(List<String> files, List<String> set) {
        return new ValuesOptions(files, List.of(), set, List.of(), List.of(), List.of());
    }
}
