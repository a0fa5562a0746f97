package decs.helm.text;

import decs.helm.chart.HelmVersion;
import decs.helm.release.Hook;
import decs.helm.release.Release;
import decs.helm.render.HookEvent;
import java.util.List;

/** The block that install, upgrade, status and test print. Mirrors: cmd.statusPrinter.WriteTable. */
public final class StatusText {
    private final HelmVersion helm;

    public StatusText(HelmVersion helm) {
        this.helm = helm;
    }

    /** The block of a release; {@code notes} says whether its notes belong to it. */
    public String of(Release release, boolean notes) {
        return of(release, notes, "", helm == HelmVersion.V4);
    }

    /**
     * The block with more in it.
     *
     * @param resources the text of its live objects
     * @param description whether to say what happened last
     */
    public String of(Release release, boolean notes, String resources, boolean description) {
        StringBuilder out = head(release);
        if (description) {
            out.append("DESCRIPTION: ").append(release.state().description()).append('\n');
        }
        out.append(resources);
        tests(release, out);
        if (release.state().description().equalsIgnoreCase("Dry run complete")) {
            out.append("HOOKS:\n").append(hooks(release));
            out.append("MANIFEST:\n").append(release.manifest()).append('\n');
        }
        if (notes && !release.state().notes().isEmpty()) {
            out.append("NOTES:\n").append(release.state().notes().strip()).append('\n');
        }
        return out.toString();
    }

    /** The first lines, up to the revision. */
    static StringBuilder head(Release release) {
        StringBuilder out = new StringBuilder();
        out.append("NAME: ").append(release.name()).append('\n');
        if (release.state().lastDeployed().isPresent()) {
            out.append("LAST DEPLOYED: ")
                    .append(Times.ansi(release.state().lastDeployed()))
                    .append('\n');
        }
        out.append("NAMESPACE: ").append(release.namespace()).append('\n');
        out.append("STATUS: ").append(release.status().text()).append('\n');
        return out.append("REVISION: ").append(release.revision()).append('\n');
    }

    static void tests(Release release, StringBuilder out) {
        List<Hook> tests = release.hooks().stream()
                .filter(hook -> hook.runsOn(HookEvent.TEST))
                .toList();
        if (tests.isEmpty()) {
            out.append("TEST SUITE: None\n");
            return;
        }
        for (Hook hook : tests) {
            if (hook.lastRun().startedAt().isEmpty()) {
                continue;
            }
            out.append("TEST SUITE:     ").append(hook.name()).append('\n');
            out.append("Last Started:   ")
                    .append(Times.ansi(hook.lastRun().startedAt()))
                    .append('\n');
            out.append("Last Completed: ")
                    .append(Times.ansi(hook.lastRun().completedAt()))
                    .append('\n');
            out.append("Phase:          ").append(hook.lastRun().phase().text()).append('\n');
        }
    }

    static String hooks(Release release) {
        StringBuilder out = new StringBuilder();
        release.hooks().forEach(hook -> out.append("---\n# Source: ")
                .append(hook.definition().path())
                .append('\n')
                .append(hook.definition().text())
                .append('\n'));
        return out.toString();
    }
}
