package decs.core.diff;

import decs.core.diff.TreeChange.Added;
import decs.core.diff.TreeChange.Detail;
import decs.core.diff.TreeChange.Removed;
import decs.core.diff.TreeChange.Reordered;
import decs.core.diff.TreeChange.Replaced;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** helm-diff's {@code dyff} form: what differs by path, in words, whatever the layout of the documents. */
final class DyffPrinter implements DiffPrinter {
    private static final int WIDTH = 80;
    private static final int WIDEST_ORDER = 40;
    private static final String[] WORDS = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    @Override
    public String print(ManifestDiff diff, DiffStyle style) {
        return new Report(diff, new DyffInk(style.colour())).print();
    }

    /** A document of either side with its comment and its name among others. */
    private record Document(Object tree, String comment, String name) {
        static Document of(String text) {
            String comment =
                    text.lines().takeWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n"));
            Object tree = Yaml.readV3(Source.of("document", text));
            return new Document(tree, comment, name(tree));
        }

        private static String name(Object tree) {
            Map<?, ?> root = tree instanceof Map<?, ?> map ? map : Map.of();
            Map<?, ?> metadata = root.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
            Object namespace = metadata.get("namespace");
            return root.get("apiVersion") + "/" + root.get("kind") + "/" + (namespace == null ? "" : namespace + "/")
                    + metadata.get("name");
        }
    }

    private static final class Report {
        private final Map<String, Document> before = new LinkedHashMap<>();
        private final Map<String, Document> after = new LinkedHashMap<>();
        private final DyffInk ink;
        private final StringBuilder out = new StringBuilder("\n");

        Report(ManifestDiff diff, DyffInk ink) {
            this.ink = ink;
            for (ObjectChange change : diff.changes()) {
                put(change.before(), before);
                put(change.after(), after);
            }
        }

        private static void put(String text, Map<String, Document> documents) {
            if (!text.isBlank()) {
                Document document = Document.of(text);
                documents.put(document.name(), document);
            }
        }

        String print() {
            before.forEach((name, old) -> {
                Document now = after.get(name);
                if (now != null) {
                    TreeComparison.of(old.tree(), now.tree())
                            .forEach(change -> print(path(change.path()) + label(name), blocks(change.details())));
                }
            });
            before.forEach((name, old) -> {
                if (!after.containsKey(name)) {
                    document(old, "- one document removed:", NeatYaml.Tones.REMOVED);
                }
            });
            after.forEach((name, now) -> {
                if (!before.containsKey(name)) {
                    document(now, "+ one document added:", NeatYaml.Tones.ADDED);
                }
            });
            List<Object> oldOrder = new ArrayList<>(before.keySet());
            List<Object> newOrder = new ArrayList<>(after.keySet());
            if (!before.isEmpty() && oldOrder.size() == newOrder.size() && !oldOrder.equals(newOrder)) {
                print(ink.path("(file level)"), List.of(reordered(oldOrder, newOrder)));
            }
            return out.toString();
        }

        private void document(Document document, String heading, NeatYaml.Tones tones) {
            List<String> block = new ArrayList<>();
            block.add(ink.heading(heading));
            if (!document.comment().isEmpty()) {
                block.addAll(document.comment().lines().toList());
            }
            block.addAll(new NeatYaml(ink.tones(tones)).lines(document.tree()));
            block.add("");
            print(ink.path("(root level)") + label(document.name()), List.of(block));
        }

        private String label(String name) {
            return before.size() > 1 ? "  " + ink.label("(" + name + ")") : "";
        }

        private String path(List<String> path) {
            return path.isEmpty()
                    ? ink.path("(root level)")
                    : path.stream().map(ink::path).collect(Collectors.joining("."));
        }

        /** Blocks side by side where they fit, else one below the other. */
        private void print(String path, List<List<String>> blocks) {
            out.append(path).append('\n');
            int width = 3 * (blocks.size() - 1);
            for (List<String> block : blocks) {
                width += widest(block);
            }
            if (width > WIDTH) {
                blocks.forEach(block -> out.append(String.join("\n", block)).append('\n'));
            } else {
                out.append(table(blocks));
            }
            out.append('\n');
        }

        private String table(List<List<String>> blocks) {
            int rows = blocks.stream().mapToInt(List::size).max().orElse(0);
            List<String> lines = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                StringBuilder line = new StringBuilder();
                int column = 0;
                for (List<String> block : blocks) {
                    String cell = row < block.size() ? block.get(row) : "";
                    if (!cell.isEmpty()) {
                        line.append(" ".repeat(Math.max(0, column - DyffInk.width(line))))
                                .append(cell);
                    }
                    column += widest(block) + 3;
                }
                lines.add(line.toString());
            }
            return String.join("\n", lines);
        }

        private static int widest(List<String> block) {
            return block.stream().mapToInt(DyffInk::width).max().orElse(0);
        }

        private List<List<String>> blocks(List<Detail> details) {
            return details.stream().map(this::block).toList();
        }

        private List<String> block(Detail detail) {
            if (detail instanceof Added added) {
                return entries("+ ", added.value(), "added", NeatYaml.Tones.ADDED);
            }
            if (detail instanceof Removed removed) {
                return entries("- ", removed.value(), "removed", NeatYaml.Tones.REMOVED);
            }
            if (detail instanceof Replaced replaced) {
                return replaced(replaced.before(), replaced.after());
            }
            Reordered reordered = (Reordered) detail;
            return reordered(reordered.before(), reordered.after());
        }

        private List<String> entries(String sign, Object value, String word, NeatYaml.Tones tones) {
            int count = value instanceof Map<?, ?> map ? map.size() : ((List<?>) value).size();
            String what = (value instanceof Map ? "map " : "list ") + (count == 1 ? "entry" : "entries");
            List<String> block = new ArrayList<>();
            block.add(ink.heading(sign + number(count) + " " + what + " " + word + ":"));
            block.addAll(new NeatYaml(ink.tones(tones)).lines(value));
            block.add("");
            return block;
        }

        private static String number(int count) {
            return count < WORDS.length ? WORDS[count] : Integer.toString(count);
        }

        private List<String> replaced(Object old, Object now) {
            if (!type(old).equals(type(now))) {
                List<String> block = new ArrayList<>();
                block.add(ink.typeHeading(type(old), type(now)));
                whole(old).forEach(line -> block.add(ink.removed("- " + line)));
                whole(now).forEach(line -> block.add(ink.added("+ " + line)));
                block.add("");
                return block;
            }
            if (old instanceof String before && now instanceof String after) {
                return texts(before, after);
            }
            return List.of(
                    ink.heading("± value change"),
                    ink.removed("- " + NeatYaml.plain(old)),
                    ink.added("+ " + NeatYaml.plain(now)),
                    "");
        }

        private List<String> texts(String before, String after) {
            if (before.strip().equals(after.strip())) {
                return whitespace(before, after);
            }
            if (before.contains("\n") || after.contains("\n")) {
                return multiline(before, after);
            }
            List<String> block = new ArrayList<>(List.of(ink.heading("± value change")));
            block.addAll(ink.pair(before, after));
            block.add("");
            return block;
        }

        private List<String> whitespace(String before, String after) {
            String left = ink.removed("- " + visible(before));
            return List.of(
                    ink.heading("± whitespace only change"), left + "   " + ink.added("+ " + visible(after)), "");
        }

        private static String visible(String text) {
            return text.replace(" ", "·").replace("\n", "↵");
        }

        private List<String> multiline(String before, String after) {
            List<String> lines = new ArrayList<>();
            int inserts = 0;
            int deletions = 0;
            DiffLine.Side last = DiffLine.Side.BOTH;
            for (DiffLine line : LineDiff.between(before, after)) {
                switch (line.side()) {
                    case BEFORE -> {
                        deletions += last == DiffLine.Side.BEFORE ? 0 : 1;
                        lines.add(ink.removed("- " + line.text()));
                    }
                    case AFTER -> {
                        inserts += last == DiffLine.Side.AFTER ? 0 : 1;
                        lines.add(ink.added("+ " + line.text()));
                    }
                    case BOTH -> {}
                }
                last = line.side();
            }
            List<String> counts = new ArrayList<>();
            if (inserts > 0) {
                counts.add(number(inserts) + (inserts == 1 ? " insert" : " inserts"));
            }
            if (deletions > 0) {
                counts.add(number(deletions) + (deletions == 1 ? " deletion" : " deletions"));
            }
            List<String> block = new ArrayList<>();
            block.add(ink.heading("± value change in multiline text (" + String.join(", ", counts) + ")"));
            block.addAll(lines);
            block.add("");
            block.add("");
            return block;
        }

        private static String type(Object value) {
            if (value == null) {
                return "<nil>";
            }
            if (value instanceof Map) {
                return "map";
            }
            if (value instanceof List) {
                return "list";
            }
            if (value instanceof Boolean) {
                return "bool";
            }
            if (value instanceof Double) {
                return "float";
            }
            return value instanceof Number ? "int" : "string";
        }

        private static List<String> whole(Object value) {
            return value instanceof Map || value instanceof List
                    ? new NeatYaml(NeatYaml.Tones.NONE).lines(value)
                    : List.of(NeatYaml.plain(value).split("\n", -1));
        }

        private List<String> reordered(List<Object> before, List<Object> after) {
            List<String> old = names(before);
            List<String> now = names(after);
            String line = String.join(", ", old);
            if (line.length() < WIDEST_ORDER) {
                return List.of(
                        ink.heading("⇆ order changed"),
                        ink.removed("- " + line),
                        ink.added("+ " + String.join(", ", now)),
                        "");
            }
            int width = old.stream().mapToInt(String::length).max().orElse(0);
            List<String> block = new ArrayList<>(List.of(ink.heading("⇆ order changed")));
            for (int i = 0; i < old.size(); i++) {
                String padding = " ".repeat(width - old.get(i).length() + 3);
                block.add("  " + ink.removed(old.get(i)) + padding + ink.added(now.get(i)));
            }
            return block;
        }

        private static List<String> names(List<Object> items) {
            return items.stream()
                    .map(item -> item instanceof Map || item instanceof List
                            ? String.join("\n", new NeatYaml(NeatYaml.Tones.NONE).lines(item)) + "\n"
                            : Objects.requireNonNullElse(NeatYaml.plain(item), ""))
                    .toList();
        }
    }
}
