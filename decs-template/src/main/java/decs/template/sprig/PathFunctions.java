package decs.template.sprig;

import static decs.template.language.GoKind.STRING;

import decs.template.language.FunctionTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Sprig's paths, with slashes on every system. */
final class PathFunctions {
    private PathFunctions() {}

    static FunctionTable table() {
        FunctionTable.Builder table = FunctionTable.builder()
                .of("base", STRING, path -> base((String) path))
                .of("dir", STRING, path -> dir((String) path))
                .of("clean", STRING, path -> clean((String) path))
                .of("ext", STRING, path -> ext((String) path))
                .of("isAbs", STRING, path -> ((String) path).startsWith("/"));
        return table.alias("osBase", "base")
                .alias("osDir", "dir")
                .alias("osClean", "clean")
                .alias("osExt", "ext")
                .alias("osIsAbs", "isAbs")
                .build();
    }

    private static String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        String rest = path;
        while (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        return rest.isEmpty() ? "/" : rest.substring(rest.lastIndexOf('/') + 1);
    }

    private static String dir(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private static String ext(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot);
    }

    private static String clean(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        boolean rooted = path.startsWith("/");
        Deque<String> kept = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")) {
                kept.addLast(part);
            } else if (!kept.isEmpty() && !kept.peekLast().equals("..")) {
                kept.removeLast();
            } else if (!rooted) {
                kept.addLast(part);
            }
        }
        StringBuilder out = new StringBuilder(rooted ? "/" : "");
        for (Iterator<String> parts = kept.iterator(); parts.hasNext(); ) {
            out.append(parts.next()).append(parts.hasNext() ? "/" : "");
        }
        return out.isEmpty() ? "." : out.toString();
    }
}
