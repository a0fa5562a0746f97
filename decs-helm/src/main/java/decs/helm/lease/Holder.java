package decs.helm.lease;

import decs.helm.kube.KubeObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One run of decs.
 *
 * @param id different for every run
 * @param processes what the process number counts in: the host and its container
 * @param job the job of the build server, where there is one
 */
public record Holder(String id, String host, String processes, long process, String job, Instant started) {
    private static final String PREFIX = "decs/";
    private static final List<String> JOBS = List.of(
            "DRONE_BUILD_LINK", "CI_JOB_URL", "BUILD_URL", "CIRCLE_BUILD_URL", "BUILDKITE_BUILD_URL", "BUILD_BUILDURI");

    public Holder {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(processes, "processes");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(started, "started");
    }

    /** This process, at this moment. */
    public static Holder ofProcess(Map<String, String> environment, Instant now) {
        String host = host(environment);
        return new Holder(
                UUID.randomUUID().toString(),
                host,
                host + " " + processSpace(),
                ProcessHandle.current().pid(),
                job(environment),
                now);
    }

    private static String host(Map<String, String> environment) {
        String given = environment.getOrDefault("HOSTNAME", "");
        if (!given.isEmpty()) {
            return given;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** On Linux the name space of process numbers, so that two containers of one host are not mixed up. */
    private static String processSpace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return "";
        }
    }

    private static String job(Map<String, String> environment) {
        for (String variable : JOBS) {
            if (!environment.getOrDefault(variable, "").isEmpty()) {
                return environment.get(variable);
            }
        }
        String run = environment.getOrDefault("GITHUB_RUN_ID", "");
        return run.isEmpty()
                ? ""
                : environment.getOrDefault("GITHUB_SERVER_URL", "") + "/"
                        + environment.getOrDefault("GITHUB_REPOSITORY", "") + "/actions/runs/" + run;
    }

    Map<String, Object> annotations() {
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put(PREFIX + "host", host);
        annotations.put(PREFIX + "processes", processes);
        annotations.put(PREFIX + "process", Long.toString(process));
        annotations.put(PREFIX + "started", started.toString());
        if (!job.isEmpty()) {
            annotations.put(PREFIX + "job", job);
        }
        return annotations;
    }

    /** The holder that a Lease names. */
    static Holder of(KubeObject lease) {
        Map<String, String> said = lease.annotations();
        return new Holder(
                lease.text("spec", "holderIdentity").orElse(""),
                said.getOrDefault(PREFIX + "host", "an unknown host"),
                said.getOrDefault(PREFIX + "processes", ""),
                number(said.getOrDefault(PREFIX + "process", "")),
                said.getOrDefault(PREFIX + "job", ""),
                instant(said.getOrDefault(PREFIX + "started", "")));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** Whether the process can be looked for from here, and is not there. */
    boolean hasEnded(Holder here) {
        return !processes.isEmpty()
                && processes.equals(here.processes)
                && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }

    /** {@code decs on HOST (process N, job URL), begun at TIME}, for people. */
    @Override
    public String toString() {
        String where = "decs on " + host + " (process " + process + (job.isEmpty() ? "" : ", job " + job) + ")";
        return started.equals(Instant.EPOCH) ? where : where + ", begun at " + started;
    }
}
