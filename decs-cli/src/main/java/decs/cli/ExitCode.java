package decs.cli;

/** The exit codes that helmfile has given its users. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int CHANGES = 2;
    static final int USAGE_OR_NO_MATCH = 3;
    static final int TERMINATED = 143;

    private ExitCode() {}
}
