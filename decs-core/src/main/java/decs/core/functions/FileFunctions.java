package decs.core.functions;

import static decs.template.language.GoKind.STRING;

import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What helmfile's templates may read of the file system. */
final class FileFunctions {
    private final FunctionScope scope;

    private FileFunctions(FunctionScope scope) {
        this.scope = scope;
    }

    static FunctionTable table(FunctionScope scope) {
        FileFunctions functions = new FileFunctions(scope);
        return FunctionTable.builder()
                .of("readFile", STRING, path -> functions.guarded(() -> functions.readFile((String) path), ""))
                .of("readDir", STRING, path -> functions.guarded(() -> functions.readDir((String) path), List.of()))
                .of(
                        "readDirEntries",
                        STRING,
                        path -> functions.guarded(() -> functions.entries((String) path), List.of()))
                .of("isFile", STRING, path -> functions.test((String) path, Files::isRegularFile))
                .of("isDir", STRING, path -> functions.test((String) path, Files::isDirectory))
                .build();
    }

    /** A piece of work on the file system. */
    private interface Work {
        Object run() throws IOException;
    }

    private Object guarded(Work work, Object empty) {
        return switch (scope.trust().calls()) {
            case EMPTY -> empty;
            case FAIL -> throw HelmfileFunctions.refused();
            case WORK -> run(work);
        };
    }

    private static Object run(Work work) {
        try {
            return work.run();
        } catch (NoSuchFileException missing) {
            throw new FunctionException("open " + missing.getFile() + ": no such file or directory", missing);
        } catch (IOException failure) {
            throw new FunctionException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private Object test(String path, Predicate<Path> test) {
        return test.test(file(path));
    }

    private Path file(String path) {
        try {
            return scope.trust().check(scope.base().resolve(path));
        } catch (DecsException outside) {
            throw new FunctionException(outside.getMessage(), outside);
        }
    }

    private Object readFile(String path) throws IOException {
        return Files.readString(file(path));
    }

    private Object readDir(String path) throws IOException {
        List<Object> names = new ArrayList<>();
        for (Path entry : sorted(path)) {
            if (!Files.isDirectory(entry)) {
                names.add(Path.of(path).resolve(entry.getFileName()).toString());
            }
        }
        return names;
    }

    private Object entries(String path) throws IOException {
        List<Object> entries = new ArrayList<>();
        for (Path entry : sorted(path)) {
            entries.add(new Entry(entry.getFileName().toString(), Files.isDirectory(entry)));
        }
        return entries;
    }

    private List<Path> sorted(String path) throws IOException {
        try (Stream<Path> list = Files.list(file(path))) {
            return list.sorted().toList();
        }
    }

    /** One entry of a folder, with Go's method names. */
    private record Entry(String name, boolean folder) implements TemplateObject {
        @Override
        public String goType() {
            return "fs.DirEntry";
        }

        @Override
        public Optional<Member> member(String member) {
            return switch (member) {
                case "Name" -> Optional.of(method(member, name));
                case "IsDir" -> Optional.of(method(member, folder));
                default -> Optional.empty();
            };
        }

        private static Member method(String name, Object value) {
            TemplateFunction.Body0 body = () -> value;
            return new Member.Method(new TemplateFunction(name, List.of(), false, body));
        }

        @Override
        public String goString() {
            return (folder ? "d " : "- ") + name + (folder ? "/" : "");
        }
    }
}
