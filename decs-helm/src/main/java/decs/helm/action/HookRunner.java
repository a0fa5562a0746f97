package decs.helm.action;

import decs.helm.kube.ClusterException;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.LogQuery;
import decs.helm.release.Hook;
import decs.helm.release.HookPhase;
import decs.helm.release.HookRun;
import decs.helm.render.HookDeletePolicy;
import decs.helm.render.HookEvent;
import decs.helm.render.HookLogPolicy;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Runs the hooks of an event, one after the other, and keeps the record up to date. Mirrors: action.execHook. */
final class HookRunner {
    private final ReleaseContext context;
    private final ResourceApplier applier;
    private final ManifestObjects objects;
    private final ObjectWait wait;
    private final List<Runnable> later = new ArrayList<>();
    private boolean putsOff;

    HookRunner(ReleaseContext context, ResourceApplier applier, ObjectWait wait) {
        this.context = context;
        this.applier = applier;
        this.objects = new ManifestObjects(context.cluster(), context.namespace());
        this.wait = wait;
    }

    /** The same, but what hooks leave behind is deleted only by {@link #cleanUp}. */
    HookRunner puttingDeletionOff() {
        putsOff = true;
        return this;
    }

    /** Deletes what was left for later. */
    void cleanUp() {
        List<Runnable> steps = List.copyOf(later);
        later.clear();
        steps.forEach(Runnable::run);
    }

    private void afterwards(Runnable step) {
        if (putsOff) {
            later.add(step);
        } else {
            step.run();
        }
    }

    /** Runs the hooks of {@code event}; the first one that fails ends it. */
    void run(RunningRelease running, HookEvent event, Duration timeout) {
        run(running, event, timeout, hook -> true);
    }

    void run(RunningRelease running, HookEvent event, Duration timeout, Predicate<Hook> wanted) {
        List<Hook> hooks = running.release().hooks().stream()
                .filter(hook -> hook.runsOn(event))
                .filter(wanted)
                .sorted(Comparator.comparingInt((Hook hook) -> hook.definition().weight())
                        .thenComparing(Hook::name))
                .toList();
        List<Hook> done = new ArrayList<>();
        for (Hook hook : hooks) {
            Hook spelled = hook.withPoliciesSpelledOut();
            set(running, spelled);
            List<ManifestObject> made = begin(running, spelled, event, timeout);
            try {
                await(running, made, spelled, timeout);
            } catch (DecsException e) {
                afterwards(() -> done.forEach(earlier -> deleteQuietly(earlier, timeout)));
                throw e;
            }
            done.add(spelled);
        }
        for (int i = done.size() - 1; i >= 0; i--) {
            showLogs(
                    done.get(i), HookLogPolicy.HOOK_SUCCEEDED, running.release().namespace());
            Hook hook = done.get(i);
            afterwards(() -> delete(hook, HookDeletePolicy.HOOK_SUCCEEDED, timeout));
        }
    }

    private List<ManifestObject> begin(RunningRelease running, Hook hook, HookEvent event, Duration timeout) {
        context.run().check();
        delete(hook, HookDeletePolicy.BEFORE_HOOK_CREATION, timeout);
        List<ManifestObject> built;
        try {
            built = objects.build(hook.definition().text());
        } catch (DecsException e) {
            throw ReleaseException.within(
                    "unable to build kubernetes object for " + event.text() + " hook "
                            + hook.definition().path() + ": ",
                    e);
        }
        HookRun run = HookRun.started(context.now());
        set(running, hook.withLastRun(run));
        running.write();
        try {
            applier.create(built);
        } catch (DecsException e) {
            set(running, hook.withLastRun(run.completed(context.now(), HookPhase.FAILED)));
            throw ReleaseException.within(
                    "warning: Hook " + event.text() + " " + hook.definition().path() + " failed: ", e);
        }
        return built;
    }

    private void await(RunningRelease running, List<ManifestObject> made, Hook begun, Duration timeout) {
        Hook hook = current(running, begun);
        HookRun run = hook.lastRun();
        try {
            wait.hook(applier.live(made), timeout);
            set(running, hook.withLastRun(run.completed(context.now(), HookPhase.SUCCEEDED)));
        } catch (DecsException e) {
            set(running, hook.withLastRun(run.completed(context.now(), HookPhase.FAILED)));
            showLogs(hook, HookLogPolicy.HOOK_FAILED, running.release().namespace());
            afterwards(() -> delete(hook, HookDeletePolicy.HOOK_FAILED, timeout));
            throw e;
        }
    }

    /** Shows what the pods of a hook have logged, where the hook wants that; that they cannot be read fails nothing. */
    private void showLogs(Hook hook, HookLogPolicy policy, String namespace) {
        boolean pod = hook.kind().equals("Pod");
        if (!hook.logsAt(policy) || !(pod || hook.kind().equals("Job"))) {
            return;
        }
        ListQuery query = ListQuery.of("v1", "Pod").inNamespace(namespace);
        query = pod ? query.withFields("metadata.name=" + hook.name()) : query.withLabels("job-name=" + hook.name());
        try {
            for (KubeObject one : context.cluster().list(query).items()) {
                for (String container : TestRelease.containers(one)) {
                    String text = TestRelease.read(context, LogQuery.of(namespace, one.name(), container));
                    context.print(text.lines().toList());
                }
            }
        } catch (ClusterException e) {
            context.warn("the log of hook " + hook.name() + " cannot be read: " + e.getMessage(), List.of());
        }
    }

    private void deleteQuietly(Hook hook, Duration timeout) {
        try {
            delete(hook, HookDeletePolicy.HOOK_SUCCEEDED, timeout);
        } catch (DecsException e) {
            context.warn("a hook could not be deleted: " + e.getMessage(), List.of());
        }
    }

    private void delete(Hook hook, HookDeletePolicy policy, Duration timeout) {
        if (hook.deletedAt(policy)) {
            remove(hook, timeout);
        }
    }

    /** Deletes the objects of a hook and waits until they are gone; definitions of kinds stay. */
    void remove(Hook hook, Duration timeout) {
        if (hook.kind().equals("CustomResourceDefinition")) {
            return;
        }
        List<ManifestObject> built = objects.build(hook.definition().text());
        List<ManifestObject> deleted = new ArrayList<>();
        for (ManifestObject object : built) {
            try {
                context.cluster().delete(object.ref(), DeleteOptions.background());
                deleted.add(object);
            } catch (ClusterException e) {
                if (e.reason() != ClusterException.Reason.NOT_FOUND) {
                    throw e;
                }
            }
        }
        if (!deleted.isEmpty()) {
            wait.gone(deleted, timeout);
        }
    }

    private static Hook current(RunningRelease running, Hook hook) {
        return running.release().hooks().stream()
                .filter(other -> isSame(other, hook))
                .findFirst()
                .orElse(hook);
    }

    private static void set(RunningRelease running, Hook hook) {
        running.change(release -> release.withHooks(release.hooks().stream()
                .map(old -> isSame(old, hook) ? hook : old)
                .toList()));
    }

    private static boolean isSame(Hook a, Hook b) {
        return a.name().equals(b.name())
                && a.kind().equals(b.kind())
                && Objects.equals(a.definition().path(), b.definition().path())
                && a.definition().text().equals(b.definition().text());
    }
}
