package decs.core.load;

import decs.core.spec.Fields;
import decs.helm.repo.RemoteFiles;
import decs.template.source.DecsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The files that the entries of {@code helmfiles} mean: a path, a glob, a folder, an address. */
final class SubFiles {
    private SubFiles() {}

    /**
     * An entry for each match of an entry's path, with a path that starts from the parent's folder when it was written so.
     *
     * @param noMatch told the path of an entry that matches nothing; the entry goes
     */
    static List<Fields> expanded(List<Fields> entries, Path folder, Consumer<String> noMatch) {
        List<Fields> expanded = new ArrayList<>();
        for (Fields entry : entries) {
            String path = entry.text("path");
            if (path.isEmpty() || RemoteFiles.isRemote(path)) {
                expanded.add(entry);
                continue;
            }
            List<Path> found = ValuesFiles.find(folder, path);
            if (found.isEmpty()) {
                noMatch.accept(path);
            }
            for (Path each : found) {
                Path written =
                        Path.of(path).isAbsolute() ? each : folder.normalize().relativize(each);
                expanded.add(entry.with("path", written.toString()));
            }
        }
        return expanded;
    }

    /** The state files of an expanded entry: several in a folder. */
    static List<StateFile> find(
            StateFile parent, String path, int index, Compat compat, Function<String, Path> remote) {
        if (RemoteFiles.isRemote(path)) {
            return new StateFiles(compat, remote).at(path, parent.folder());
        }
        Path place = parent.folder().resolve(path).normalize();
        if (place.equals(parent.path().normalize())) {
            throw new DecsException(
                    parent.name() + " contains a recursion into the same sub-helmfile at helmfiles[" + index + "]");
        }
        if (place.equals(parent.folder().normalize())) {
            throw new DecsException(parent.name() + " contains a recursion into the the directory containing this"
                    + " helmfile at helmfiles[" + index + "]");
        }
        if (Files.isDirectory(place)) {
            return new StateFiles(compat, remote).at(path, parent.folder());
        }
        return List.of(new StateFile(place, shown(parent, place)));
    }

    private static String shown(StateFile parent, Path file) {
        Path relative = parent.folder().normalize().relativize(file);
        return relative.getParent() == null ? "./" + relative : relative.toString();
    }
}
