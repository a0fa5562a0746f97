package decs.helm.action;

import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.LogQuery;
import decs.helm.kube.ObjectRef;
import decs.helm.release.Hook;
import decs.helm.release.Release;
import decs.helm.render.HookEvent;
import decs.helm.storage.ReleaseHistory;
import decs.template.source.DecsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code helm test}: the test hooks of a release run. Mirrors: action.ReleaseTesting. */
public final class TestRelease implements AutoCloseable {
    private final ReleaseContext context;
    private Optional<HookRunner> ran = Optional.empty();

    public TestRelease(ReleaseContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * What came of it.
     *
     * @param release with the runs in its hooks, also when a test failed
     * @param failure the first test that failed
     */
    public record Result(Release release, Optional<DecsException> failure) {}

    public Result run(TestRequest request) {
        ServerFacts.reach(context.cluster(), context.version());
        ReleaseName.checkKnown(request.name(), "releaseTest: Release name is invalid: ");
        ReleaseHistory history = ReleaseHistory.of(context.store(), request.name());
        RunningRelease running = new RunningRelease(history, history.lastOrThrow());
        ObjectWait wait = new WatchWait(context, ReleaseOptions.defaults());
        ResourceApplier applier = new ResourceApplier(context, !context.helm3(), ReleaseOptions.defaults());
        Optional<DecsException> failure = Optional.empty();
        HookRunner hooks = new HookRunner(context, applier, wait);
        if (!context.helm3()) {
            hooks = hooks.puttingDeletionOff();
        }
        ran = Optional.of(hooks);
        try {
            hooks.run(running, HookEvent.TEST, request.timeout(), hook -> request.wants(hook.name()));
        } catch (DecsException e) {
            failure = Optional.of(e);
        }
        running.change(release -> release.withHooks(skippedFirst(release.hooks(), request)));
        running.write();
        return new Result(running.release(), failure);
    }

    /** Deletes the tests that want to be deleted: after their logs were read. */
    @Override
    public void close() {
        ran.ifPresent(HookRunner::cleanUp);
    }

    private static List<Hook> skippedFirst(List<Hook> hooks, TestRequest request) {
        List<Hook> sorted = new ArrayList<>();
        hooks.stream().filter(hook -> request.without().contains(hook.name())).forEach(sorted::add);
        List<Hook> others = hooks.stream()
                .filter(hook -> !request.without().contains(hook.name()))
                .toList();
        others.stream().filter(hook -> !request.wants(hook.name())).forEach(sorted::add);
        others.stream().filter(hook -> request.wants(hook.name())).forEach(sorted::add);
        return sorted;
    }

    /** Hands on what the containers of the tests have logged, by weight, up to the first that cannot be read. */
    public void logs(Release release, TestRequest request, Consumer<PodLog> reader) {
        release.hooks().stream()
                .sorted(Comparator.comparingInt((Hook hook) -> hook.definition().weight())
                        .thenComparing(Hook::name))
                .filter(hook -> hook.runsOn(HookEvent.TEST) && request.wants(hook.name()))
                .filter(hook -> hook.kind().equals("Pod"))
                .forEach(hook -> logs(release.namespace(), hook.name(), reader));
    }

    private void logs(String namespace, String pod, Consumer<PodLog> reader) {
        try {
            for (String container : context.helm3() ? List.of("") : containers(namespace, pod)) {
                reader.accept(new PodLog(pod, container, read(context, LogQuery.of(namespace, pod, container))));
            }
        } catch (ClusterException e) {
            throw ReleaseException.within("unable to get pod logs for " + pod + ": ", e);
        }
    }

    private List<String> containers(String namespace, String pod) {
        return containers(context.cluster().get(new ObjectRef("v1", "Pod", namespace, pod)));
    }

    static List<String> containers(KubeObject pod) {
        List<String> names = new ArrayList<>();
        for (Map<String, Object> container : pod.maps("spec", "containers")) {
            names.add(String.valueOf(container.get("name")));
        }
        return names;
    }

    static String read(ReleaseContext context, LogQuery query) {
        try (InputStream log = context.cluster().logs(query)) {
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DecsException("the log of pod " + query.pod() + " ended early: " + e.getMessage(), e);
        }
    }
}
