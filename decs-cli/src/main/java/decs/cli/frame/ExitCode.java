package decs.cli.frame;

import decs.core.environment.CrashException;
import decs.template.source.DecsException;

/** The exit codes that helmfile has given its users. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int CHANGES = 2;
    static final int CRASHED = 2;
    public static final int USAGE_OR_NO_MATCH = 3;
    static final int TERMINATED = 143;

    private ExitCode() {}

    /** helmfile's code for a failure: misuse has one of its own, and so has what crashes helmfile. */
    public static int of(DecsException failure) {
        if (failure instanceof UsageException) {
            return USAGE_OR_NO_MATCH;
        }
        return failure instanceof CrashException ? CRASHED : FAILED;
    }
}
