package decs.helm.action;

import decs.helm.chart.HelmVersion;
import decs.template.language.Host;
import decs.template.language.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/** Answers batch requests from standard input, one by one: {@code BatchMain 3} or {@code BatchMain 4}. */
final class BatchMain {
    private BatchMain() {}

    public static void main(String[] args) throws IOException {
        HelmVersion version = args.length > 0 && args[0].equals("3") ? HelmVersion.V3 : HelmVersion.V4;
        Host system = Host.system();
        Host host = new Host(Clock.system(ZoneOffset.UTC), system.random(), system.environment(), system.resolve());
        Batch batch = new Batch(version, host, Limits.defaults(), BatchMain::read);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(batch.answer(line));
            out.flush();
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
