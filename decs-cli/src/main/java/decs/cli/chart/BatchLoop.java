package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.helm.action.Batch;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * {@code decs helm template --batch}: reads one JSON request a line and answers each with one JSON line, in whatever order
 * they get done. Compiled templates are shared by all requests.
 */
final class BatchLoop {
    private final Batch batch;
    private final Console console;
    private final int jobs;

    BatchLoop(HelmVersion version, Console console, int jobs) {
        this.batch = new Batch(version, console.host(), Limits.defaults(), file -> ValuesFlags.read(file, console));
        this.console = console;
        this.jobs = jobs;
    }

    int run() {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, jobs));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String request = line;
                if (jobs <= 1) {
                    print(batch.answer(request));
                } else if (!request.isBlank()) {
                    pool.execute(() -> print(batch.answer(request)));
                }
            }
            pool.shutdown();
            pool.awaitTermination(1, TimeUnit.HOURS);
        } catch (IOException broken) {
            throw new DecsException("standard input: " + broken.getMessage(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdownNow();
        }
        return ExitCode.OK;
    }

    private void print(String answer) {
        synchronized (this) {
            console.out().println(answer);
            console.out().flush();
        }
    }
}
