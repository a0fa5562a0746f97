package decs.helm.repo;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One pass over the bytes of an index.yaml in the form in which every tool writes it: which bytes belong to which chart,
 * and what stands outside the entries. Memory does not grow with the index. An index in another form (flow style, anchors,
 * several documents) is told apart and has to be read as a whole; one with more charts than there is memory for is refused.
 */
final class IndexScan {
    private static final int BUFFER = 1 << 17;
    private static final int LONGEST_LINE = 8 << 20;
    private static final int LONGEST_HEAD = 1 << 20;
    /** The part of the memory that the names of charts may take, and what one takes beside its letters. */
    private static final int NAMES_SHARE = 8;

    private static final int NAME_BYTES = 160;

    /** Where the entry of one chart lies in the file, its key included. */
    record Slice(long from, long to) {}

    /** The form of the index is not the usual one. */
    private static final class Unusual extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final InputStream in;
    private final Map<String, Slice> slices = new LinkedHashMap<>();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ScalarSkip scalar = new ScalarSkip();
    private long namesLeft = Runtime.getRuntime().maxMemory() / NAMES_SHARE;
    private byte[] buffer = new byte[BUFFER];
    private int length;
    private long offset;
    private boolean ended;
    private boolean inEntries;
    private boolean entriesSeen;
    private int chartIndent = -1;
    private String chart;
    private long chartFrom;

    private IndexScan(InputStream in) {
        this.in = in;
    }

    /** What stands outside the entries, and the slices by chart; empty when the index has another form. */
    record Result(String head, Map<String, Slice> slices) {}

    static Optional<Result> of(InputStream in) throws IOException {
        IndexScan scan = new IndexScan(in);
        try {
            scan.run();
        } catch (Unusual other) {
            return Optional.empty();
        }
        return Optional.of(new Result(scan.head.toString(StandardCharsets.UTF_8), scan.slices));
    }

    private void run() throws IOException {
        int from = 0;
        while (true) {
            int end = indexOf((byte) '\n', from);
            if (end >= 0) {
                line(from, end);
                from = end + 1;
            } else if (ended) {
                if (from < length) {
                    line(from, length);
                }
                close(offset + length);
                return;
            } else {
                from = refill(from);
            }
        }
    }

    private int indexOf(byte wanted, int from) {
        for (int i = from; i < length; i++) {
            if (buffer[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Moves what is left to the front and reads on; the line then starts at 0. */
    private int refill(int from) throws IOException {
        int rest = length - from;
        if (rest == buffer.length) {
            if (rest >= LONGEST_LINE) {
                throw new Unusual();
            }
            buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
        } else {
            System.arraycopy(buffer, from, buffer, 0, rest);
        }
        offset += from;
        int read = in.read(buffer, rest, buffer.length - rest);
        ended = read < 0;
        length = rest + Math.max(0, read);
        return 0;
    }

    private void line(int from, int lineEnd) throws IOException {
        int end = lineEnd > from && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        if (scalar.open()) {
            scalar.quoted(buffer, from, end);
            return;
        }
        int at = from;
        while (at < end && buffer[at] == ' ') {
            at++;
        }
        int indent = at - from;
        if (at == end || scalar.goesOn(indent) || buffer[at] == '#') {
            keepHead(from, end);
            return;
        }
        if (buffer[at] == '\t') {
            throw new Unusual();
        }
        if (indent == 0 && !(inEntries && buffer[at] == '-')) {
            top(from, end);
        } else if (!inEntries) {
            keepHead(from, end);
            value(at, end, indent);
        } else {
            entry(from, at, end, indent);
        }
    }

    private void top(int from, int end) throws IOException {
        close(offset + from);
        inEntries = false;
        String text = text(from, end).stripTrailing();
        if (text.equals("---") && head.size() == 0 && !entriesSeen) {
            return;
        }
        if (text.startsWith("---") || text.startsWith("...") || text.startsWith("%") || text.startsWith("{")) {
            throw new Unusual();
        }
        if (text.equals("entries:")) {
            if (entriesSeen) {
                throw new Unusual();
            }
            entriesSeen = true;
            inEntries = true;
            return;
        }
        boolean filled = text.startsWith("entries:") && !text.equals("entries: {}");
        if (filled || text.startsWith("\"") || text.startsWith("'")) {
            throw new Unusual();
        }
        keepHead(from, end);
        value(from, end, 0);
    }

    private void entry(int from, int at, int end, int indent) throws IOException {
        if (chartIndent < 0) {
            chartIndent = indent;
        }
        if (indent < chartIndent) {
            throw new Unusual();
        }
        if (indent > chartIndent || (buffer[at] == '-' && at + 1 < end && buffer[at + 1] == ' ')) {
            value(at, end, indent);
            return;
        }
        close(offset + from);
        chart = key(text(at, end).stripTrailing());
        namesLeft -= NAME_BYTES + 2L * chart.length();
        if (namesLeft < 0) {
            throw new DecsException(Problem.of("the index names more than " + slices.size()
                            + " charts, which is more than this process has memory for")
                    .withHint("is the address right? if it is, give the process more memory with -Xmx"));
        }
        chartFrom = offset + from;
    }

    private static String key(String line) throws Unusual {
        int colon = line.lastIndexOf(':');
        String rest = colon < 0 ? "?" : line.substring(colon + 1).strip();
        if (!rest.isEmpty() && !rest.equals("[]") && !rest.equals("null") && !rest.equals("~")) {
            throw new Unusual();
        }
        String name = line.substring(0, colon);
        char first = name.isEmpty() ? '"' : name.charAt(0);
        boolean quoted = first == '"' || first == '\'';
        if (quoted && (name.length() < 2 || name.charAt(name.length() - 1) != first)) {
            throw new Unusual();
        }
        name = quoted ? name.substring(1, name.length() - 1) : name;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && "._-/ +".indexOf(c) < 0) {
                throw new Unusual();
            }
        }
        return name;
    }

    private void close(long to) throws Unusual {
        if (chart != null && slices.put(chart, new Slice(chartFrom, to)) != null) {
            throw new Unusual(); // read as a whole, it is refused with the place of the second one
        }
        chart = null;
    }

    /** Looks at the value that a line within an entry ends with, as far as following lines may belong to it. */
    private void value(int at, int end, int indent) throws Unusual {
        if (!scalar.begins(buffer, at, end, indent)) {
            throw new Unusual();
        }
    }

    private void keepHead(int from, int end) throws Unusual {
        if (!inEntries) {
            head.write(buffer, from, end - from);
            head.write('\n');
            if (head.size() > LONGEST_HEAD) {
                throw new Unusual();
            }
        }
    }

    private String text(int from, int end) {
        return new String(buffer, from, end - from, StandardCharsets.UTF_8);
    }
}
