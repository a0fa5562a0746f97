package decs.helm.archive;

/** How much of this process's memory one chart may take: in a small heap it is refused before the heap is full. */
final class MemoryShare {
    private MemoryShare() {}

    static long bytes() {
        return Runtime.getRuntime().maxMemory() / 2;
    }
}
