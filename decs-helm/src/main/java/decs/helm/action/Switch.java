package decs.helm.action;

/** What an action does only when it is asked to; each is one flag of Helm. */
public enum Switch {
    WAIT_FOR_JOBS,
    NO_HOOKS,
    /** Replaces objects instead of patching them. */
    FORCE_REPLACE,
    /** Takes over fields that others manage. */
    FORCE_CONFLICTS,
    /** Adopts objects that belong to no release or to another one. */
    TAKE_OWNERSHIP,
    ROLLBACK_ON_FAILURE,
    /** Removes what a failed upgrade has created. */
    CLEANUP_ON_FAIL,
    /** Deletes the pods of what was updated, so that new ones come. */
    RECREATE_PODS,
    SKIP_CRDS,
    /** Brings the definitions below {@code crds/} that are there to what the chart has, on upgrades, too. */
    APPLY_CRDS,
    SKIP_SCHEMA_VALIDATION,
    NO_OPENAPI_VALIDATION,
    CREATE_NAMESPACE,
    /** Leaves Secrets out of what a dry run shows. */
    HIDE_SECRETS,
    SUBCHART_NOTES,
    ENABLE_DNS,
    /** Uses the name of a release that was removed or failed. */
    REPLACE,
    KEEP_HISTORY,
    IGNORE_NOT_FOUND,
    /** Gives up what another tool has begun and not finished. */
    RECOVER,
    /** Waits for a run that works on the release, as long as the timeout is, instead of refusing. */
    WAIT_FOR_TURN,
    /** Waits until the timeout even when nothing can get better any more. */
    WAIT_TO_THE_END
}
