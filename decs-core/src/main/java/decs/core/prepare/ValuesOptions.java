package decs.core.prepare;

import java.util.List;

/**
 * What the command line puts over the values of every release.
 *
 * @param files values files, in order; relative to the state file's folder
 * @param set assignments as {@code --set} takes them
 */
public record ValuesOptions(List<String> files, List<String> set) {
    public ValuesOptions {
        files = List.copyOf(files);
        set = List.copyOf(set);
    }

    public static ValuesOptions none() {
        return new ValuesOptions(List.of(), List.of());
    }
}
