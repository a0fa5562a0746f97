package decs.helm.kube.wait;

import decs.helm.kube.KubeObject;
import java.time.Clock;

/** When an object is ready. */
@FunctionalInterface
public interface StatusRules {
    /**
     * How far {@code live} is.
     *
     * @param around for rules that look at other objects too
     */
    ObjectStatus of(KubeObject live, Sight around);

    /**
     * Helm 3's rules, and those of {@code --wait=legacy}.
     *
     * @param jobs whether Jobs are waited for
     */
    static StatusRules legacy(boolean jobs) {
        return new LegacyReadiness(jobs);
    }

    /**
     * Helm 4's rules.
     *
     * @param jobs whether a Job has to be complete; otherwise it is enough that it has begun
     */
    static StatusRules kstatus(Clock clock, boolean jobs) {
        return new Kstatus(clock, jobs);
    }
}
