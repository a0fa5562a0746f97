package decs.core.load;

import decs.helm.repo.RemoteFiles;
import decs.template.source.DecsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The files that an entry of {@code helmfiles} means: a path, a glob, a folder. */
final class SubFiles {
    private SubFiles() {}

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
        return ValuesFiles.find(parent.folder(), path).stream()
                .map(file -> new StateFile(file, shown(parent, file)))
                .toList();
    }

    private static String shown(StateFile parent, Path file) {
        Path relative = parent.folder().normalize().relativize(file);
        return relative.getParent() == null ? "./" + relative : relative.toString();
    }
}
