package decs.helm.action;

/** What an action waits for before it ends. */
public enum WaitStrategy {
    /** For hooks only. */
    HOOK_ONLY,
    /** For all objects, by their status as the objects' own conditions say it (Helm 4). */
    WATCHER,
    /** For all objects, by Helm 3's rules. */
    LEGACY
}
