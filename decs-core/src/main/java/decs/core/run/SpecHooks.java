package decs.core.run;

import decs.core.functions.Program;
import decs.core.functions.Trust;
import decs.core.load.State;
import decs.core.load.TemplateData;
import decs.core.plan.ResolvedRelease;
import decs.core.request.RunEvent;
import decs.core.request.RunListener;
import decs.core.spec.Fields;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hooks of one state file: its own and those of its releases. A hook runs without a shell, in the folder of the
 * state file; its command and arguments are templates.
 */
final class SpecHooks {
    private final State state;
    private final String command;
    private final RunListener listener;
    private final Clusters clusters;

    /** @param command the word that hooks see as {@code .HelmfileCommand} */
    SpecHooks(State state, String command, RunListener listener, Clusters clusters) {
        this.state = state;
        this.command = command;
        this.listener = listener;
        this.clusters = clusters;
    }

    /** The same hooks under another command. */
    SpecHooks as(String command) {
        return new SpecHooks(state, command, listener, clusters);
    }

    /** Runs the file's own hooks for {@code event}. */
    void file(String event, Optional<DecsException> error) {
        run(state.spec().structs("hooks"), event, data(event, error));
    }

    /** Runs a release's hooks for {@code event}. */
    void release(ResolvedRelease release, String event, Optional<DecsException> error) {
        List<Fields> hooks = release.fields().structs("hooks");
        if (hooks.isEmpty()) {
            return;
        }
        ValueMap data = data(event, error);
        data.put("Values", state.environment().merged());
        data.put("Release", new ReleaseStruct(release));
        run(hooks, event, data);
    }

    private ValueMap data(String event, Optional<DecsException> error) {
        ValueMap data = new ValueMap();
        data.put("Environment", TemplateData.environmentOfReleases(state.environment()));
        data.put("Namespace", state.overrides().namespace());
        data.put("Event", new HookEvent(event, error.map(Throwable::getMessage)));
        data.put("HelmfileCommand", command);
        return data;
    }

    private void run(List<Fields> hooks, String event, ValueMap data) {
        for (Fields hook : hooks) {
            if (hook.texts("events").contains(event)) {
                if ("true".equals(state.scope().environment().get("HELMFILE_DISABLE_HOOKS"))) {
                    throw new DecsException("HELMFILE_DISABLE_HOOKS is active, hooks are disabled");
                }
                state.scope().trust().check(Trust.Power.EXEC, "the hook " + hook.text("command"));
                run(hook, event, data);
            }
        }
    }

    private void run(Fields hook, String event, ValueMap data) {
        try {
            runAlone(hook, event, data);
        } finally {
            clusters.changedByOthers();
        }
    }

    private void runAlone(Fields hook, String event, ValueMap data) {
        Map<String, String> apply = hook.textMap("kubectlApply");
        String name = name(hook, apply);
        if (!apply.isEmpty()) {
            applyManifests(name, hook, event, data);
            return;
        }
        String program;
        List<String> arguments = new ArrayList<>();
        try {
            program = render(hook.text("command"), data);
            for (String argument : hook.texts("args")) {
                arguments.add(render(argument, data));
            }
        } catch (DecsException bad) {
            throw new HookFailure(name, "", bad);
        }
        Program.Output output;
        try {
            Program run = new Program(
                    program, arguments, state.file().folder(), state.scope().environment());
            output = run.runToEnd(Optional.empty());
            show(hook, event, output.out());
            if (output.status() != 0) {
                throw run.failure(output);
            }
        } catch (DecsException failed) {
            throw new HookFailure(name, "command `" + program + "` failed: ", failed);
        }
    }

    private static String name(Fields hook, Map<String, String> apply) {
        if (!hook.text("name").isEmpty()) {
            return hook.text("name");
        }
        return apply.isEmpty() ? hook.text("command") : "kubectlApply";
    }

    private void applyManifests(String name, Fields hook, String event, ValueMap data) {
        try {
            show(hook, event, applied(name, hook, hook.textMap("kubectlApply"), data));
        } catch (HookFailure failed) {
            show(hook, event, "");
            throw failed;
        }
    }

    private String applied(String name, Fields hook, Map<String, String> apply, ValueMap data) {
        if (!hook.text("command").isEmpty()) {
            listener.on(new RunEvent.Line(
                    RunEvent.Level.WARN,
                    "warn: ignoring command '" + hook.text("command") + "' given within a kubectlApply hook"));
        }
        boolean file = apply.containsKey("filename");
        boolean kustomize = apply.containsKey("kustomize");
        if (file && kustomize) {
            throw new DecsException("hook[" + name + "]: kustomize & filename cannot be used together");
        }
        if (!file && !kustomize) {
            throw new DecsException("hook[" + name + "]: either kustomize or filename must be given");
        }
        try {
            String path = render(apply.get(file ? "filename" : "kustomize"), data);
            return applied(kustomize, path);
        } catch (DecsException failed) {
            throw new HookFailure(name, "command `kubectl` failed: ", failed);
        }
    }

    private String applied(boolean kustomize, String path) {
        try {
            return clusters.kubectlApply(state, kustomize, path);
        } catch (DecsException failed) {
            List<String> arguments = List.of("apply", kustomize ? "-k" : "-f", path);
            Program kubectl = new Program(
                    "kubectl", arguments, state.file().folder(), state.scope().environment());
            String text = kubectl.failure(new Program.Output(1, "", "error: " + failed.getMessage() + "\n"))
                    .getMessage();
            throw new DecsException(text, failed.problems(), failed);
        }
    }

    private void show(Fields hook, String event, String output) {
        if (hook.flag("showlogs").orElse(false)) {
            listener.on(new RunEvent.HookOutput(event, List.of(output.split("\n", -1))));
        }
    }

    private String render(String text, ValueMap data) {
        return state.templates().render(Source.of("hook", text), data, state.scope());
    }
}
