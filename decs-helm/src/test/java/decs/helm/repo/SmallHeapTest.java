package decs.helm.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import decs.helm.http.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks by size, against a process of 32 MB: each is refused by name, none fills the memory. */
class SmallHeapTest {
    private static final byte[] CHART_YAML =
            "apiVersion: v2\nname: app\nversion: 1.0.0\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BLOCK = new byte[1 << 20];

    private final LoopbackServer server = new LoopbackServer();
    private final List<String> words = new ArrayList<>();

    @TempDir
    Path folder;

    /** Writes the members of an archive. */
    private interface Members {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    private static void tar(OutputStream out, Members members) throws IOException {
        GZIPOutputStream fast = new GZIPOutputStream(out, 1 << 16) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(fast, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            members.write(tar);
        }
    }

    private static byte[] tar(Members members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tar(out, members);
        return out.toByteArray();
    }

    private void archive(String name, Members members) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            tar(out, members);
        }
        words.add(file.toString());
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /** A member of zeros, of whatever type: a file, or a header that names the next member. */
    private static void zeros(TarArchiveOutputStream tar, String name, byte type, int megabytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setSize((long) megabytes * BLOCK.length);
        tar.putArchiveEntry(entry);
        for (int i = 0; i < megabytes; i++) {
            tar.write(BLOCK);
        }
        tar.closeArchiveEntry();
    }

    private void archives() throws IOException {
        archive("one-file", tar -> zeros(tar, "app/zeros", TarConstants.LF_NORMAL, 64));
        archive("many-files", tar -> {
            file(tar, "app/Chart.yaml", CHART_YAML);
            for (int i = 0; i < 64; i++) {
                file(tar, "app/f" + i, BLOCK);
            }
        });
        archive("many-entries", tar -> {
            for (int i = 0; i < 100_001; i++) {
                tar.putArchiveEntry(new TarArchiveEntry("app/" + i + "/"));
                tar.closeArchiveEntry();
            }
        });
        archive("gnu-name", tar -> zeros(tar, "././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, 64));
        archive("pax-header", tar -> {
            TarArchiveEntry entry = new TarArchiveEntry("app/a");
            entry.addPaxHeader("comment", "x".repeat(16 << 20));
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        });
        archive("pax-global", tar -> {
            TarArchiveEntry entry = new TarArchiveEntry("x", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER);
            entry.addPaxHeader("comment", "x".repeat(16 << 20));
            tar.putArchiveEntry(entry);
        });
        byte[] inner = tar(tar -> {
            file(tar, "inner/Chart.yaml", CHART_YAML);
            zeros(tar, "inner/zeros", TarConstants.LF_NORMAL, 8);
        });
        archive("nested", tar -> {
            file(tar, "app/Chart.yaml", CHART_YAML);
            for (int i = 0; i < 16; i++) {
                file(tar, "app/charts/inner" + i + ".tgz", inner);
            }
        });
        archive("deep", tar -> {
            byte[] chart = tar(own -> file(own, "app/Chart.yaml", CHART_YAML));
            for (int depth = 0; depth < 60; depth++) {
                byte[] below = chart;
                chart = tar(own -> {
                    file(own, "app/Chart.yaml", CHART_YAML);
                    file(own, "app/charts/app.tgz", below);
                });
            }
            byte[] deepest = chart;
            file(tar, "app/Chart.yaml", CHART_YAML);
            file(tar, "app/charts/app.tgz", deepest);
        });
        words.add(Files.write(folder.resolve("not-packed"), new byte[24 << 20]).toString());
    }

    /** Writes an index as a stream. */
    private interface Entries {
        void write(OutputStream out) throws IOException;
    }

    private static void stream(HttpExchange exchange, Entries entries) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("apiVersion: v1\nentries:\n".getBytes(StandardCharsets.UTF_8));
            entries.write(out);
        } catch (IOException givenUp) {
            return; // by who was asked for it
        }
    }

    private static byte[] entry(String name, int versions) {
        StringBuilder text = new StringBuilder("  " + name + ":\n");
        for (int i = 0; i < versions; i++) {
            text.append("  - apiVersion: v2\n    description: of many\n    name: ")
                    .append(name)
                    .append("\n    version: 1.0.")
                    .append(i)
                    .append("\n    urls:\n    - a.tgz\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean indexes(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/announced/index.yaml" -> {
                exchange.sendResponseHeaders(200, 1L << 30);
                exchange.getResponseBody().write('a'); // some servers send nothing before the first byte
                exchange.getResponseBody().flush();
            }
            case "/large/index.yaml" ->
                stream(exchange, out -> {
                    for (int i = 0; i < 40; i++) {
                        out.write(entry("other" + i, 10_000));
                    }
                    out.write(entry("wanted", 3));
                });
            case "/names/index.yaml" ->
                stream(exchange, out -> {
                    for (int i = 0; i < 500_000; i++) {
                        out.write(("  a" + i + ": []\n").getBytes(StandardCharsets.UTF_8));
                    }
                });
            case "/line/index.yaml" ->
                stream(exchange, out -> {
                    out.write("  a: \"".getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 64; i++) {
                        out.write("x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
                    }
                });
            default -> {
                return false;
            }
        }
        return true;
    }

    private List<String> answers() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "decs.helm.repo.SmallHeapMain"));
        command.addAll(words);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        process.waitFor();
        return Files.readAllLines(out).stream()
                .map(line -> line.replace(server.url(), "SERVER").replaceAll("\\b(than|has) \\d+", "$1 N"))
                .toList();
    }

    @Test
    void sizeIsRefusedByName() throws IOException, InterruptedException {
        try (server) {
            archives();
            server.on(this::indexes);
            for (String index : List.of("announced", "large", "names", "line")) {
                words.add(server.url() + "/" + index);
            }
            String memory = "more than half of the memory that this process may use: give it more with -Xmx";
            assertEquals(
                    List.of(
                            "one-file: refused, the chart takes " + memory,
                            "many-files: refused, the chart takes " + memory,
                            "many-entries: refused, chart has more than N files",
                            "gnu-name: refused, archive/tar: header field too long",
                            "pax-header: refused, archive/tar: header field too long",
                            "pax-global: refused, archive/tar: header field too long",
                            "nested: refused, the archives in charts/ are together larger than is allowed",
                            "deep: refused, archives are nested deeper than N",
                            "not-packed: refused, it takes " + memory,
                            "announced: refused, SERVER/announced/index.yaml is larger than N bytes",
                            "large: found 1.0.2",
                            "names: refused, the index names more than N charts, which is more than this process has"
                                    + " memory for",
                            "line: refused, SERVER/line has N bytes and is not in the form that helm writes"),
                    answers());
        }
    }
}
