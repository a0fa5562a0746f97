package decs.cli;

/** Runs what most commands run, so that the launcher learns which classes its class-data archive should hold. */
final class Warmup {
    private Warmup() {}

    public static void main(String[] args) {
        Console console = Console.ofProcess();
        Main.run(new String[] {"version"}, console);
        Main.run(new String[] {"--help"}, console);
        console.out().flush();
    }
}
