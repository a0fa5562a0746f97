package decs.helm.registry;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One of Docker's credential helpers, the programs called {@code docker-credential-…}. */
record CredentialStore(String name, Map<String, String> environment) {
    private static final long SECONDS = 60;

    Optional<Logins.Login> get(String server) {
        Reply reply = run("get", server);
        if (reply.code() != 0) {
            if (reply.text().contains("credentials not found")) {
                return Optional.empty();
            }
            throw failed("get", reply);
        }
        if (Json.read(reply.text()) instanceof Map<?, ?> map && map.get("Secret") instanceof String secret) {
            String user = String.valueOf(map.get("Username"));
            return Optional.of(new Logins.Login(user.equals("<token>") ? "" : user, secret));
        }
        return Optional.empty();
    }

    void store(String server, Logins.Login login) {
        ValueMap entry = new ValueMap();
        entry.put("ServerURL", server);
        entry.put("Username", login.username());
        entry.put("Secret", login.secret());
        check("store", run("store", Json.write(entry)));
    }

    void erase(String server) {
        check("erase", run("erase", server));
    }

    private void check(String verb, Reply reply) {
        if (reply.code() != 0) {
            throw failed(verb, reply);
        }
    }

    private DecsException failed(String verb, Reply reply) {
        String text = "docker-credential-" + name + " " + verb + " failed: "
                + (verb.equals("get") ? reply.text().strip() : "exit status " + reply.code());
        return new DecsException(
                text,
                List.of(Problem.of(text).withHint("it is named in the file of logins; is it set up on this machine?")),
                null);
    }

    private record Reply(int code, String text) {}

    private Reply run(String verb, String input) {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new DecsException("\"" + name + "\" is no name of a credential helper");
        }
        ProcessBuilder builder = new ProcessBuilder("docker-credential-" + name, verb).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DecsException("docker-credential-" + name + " " + verb + " did not end");
            }
            return new Reply(process.exitValue(), text);
        } catch (IOException missing) {
            throw new DecsException("cannot run docker-credential-" + name + ": " + missing.getMessage(), missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DecsException("interrupted while docker-credential-" + name + " ran", stopped);
        }
    }
}
