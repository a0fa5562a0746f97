package decs.helm.action;

import java.time.Duration;
import java.util.List;

/** Waits for what a cluster does with objects; throws {@link ReleaseException} with Helm's words when it takes too long. */
interface ObjectWait {
    /** Until all objects are ready. */
    void ready(List<ManifestObject> objects, Duration timeout, boolean jobs);

    /** Until a hook's objects have done their work: a Job is complete, a Pod has succeeded, others exist. */
    void hook(List<ManifestObject> objects, Duration timeout);

    /** Until no object is there any more. */
    void gone(List<ManifestObject> objects, Duration timeout);
}
