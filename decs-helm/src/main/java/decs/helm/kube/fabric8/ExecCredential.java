package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.KubeObject;
import decs.template.yaml.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credentials that a program named in the kubeconfig prints, by the ExecCredential protocol. */
final class ExecCredential {
    record Credential(Optional<String> token, Optional<String> certificate, Optional<String> key) {
        static final Credential NONE = new Credential(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private ExecCredential() {}

    static Credential run(Map<?, ?> exec, Path folder, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        String program = String.valueOf(exec.get("command"));
        command.add(program.contains("/") ? folder.resolve(program).toString() : program);
        if (exec.get("args") instanceof List<?> args) {
            args.forEach(arg -> command.add(String.valueOf(arg)));
        }
        ProcessBuilder process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(environment);
        if (exec.get("env") instanceof List<?> variables) {
            for (Object variable : variables) {
                if (variable instanceof Map<?, ?> pair) {
                    process.environment().put(String.valueOf(pair.get("name")), String.valueOf(pair.get("value")));
                }
            }
        }
        process.environment()
                .put(
                        "KUBERNETES_EXEC_INFO",
                        Json.write(Map.of(
                                "apiVersion", String.valueOf(exec.get("apiVersion")),
                                "kind", "ExecCredential",
                                "spec", Map.of("interactive", false))));
        return parse(program, output(program, process));
    }

    private static String output(String program, ProcessBuilder process) {
        try {
            Process running = process.start();
            running.getOutputStream().close();
            byte[] output = running.getInputStream().readAllBytes();
            int status = running.waitFor();
            if (status != 0) {
                throw bad("getting credentials: exec: executable " + program + " failed with exit code " + status);
            }
            return new String(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw bad("getting credentials: exec: executable " + program + " not found");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw bad("getting credentials: interrupted");
        }
    }

    private static Credential parse(String program, String output) {
        if (!(Json.read(output) instanceof Map<?, ?> map)) {
            throw bad("getting credentials: decoding stdout of " + program + ": no object");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        KubeObject credential = KubeObject.of(copy);
        return new Credential(
                credential.text("status", "token"),
                credential.text("status", "clientCertificateData").map(ExecCredential::base64),
                credential.text("status", "clientKeyData").map(ExecCredential::base64));
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }

    private static ClusterException bad(String message) {
        return new ClusterException(Reason.BAD_ACCESS, 0, message);
    }
}
