package decs.helm.kube.wait;

/** Resource versions in the order in which the server gave them: they are whole numbers that only grow. */
final class Versions {
    private Versions() {}

    /** Whether {@code a} is later than {@code b}. */
    static boolean isNewer(String a, String b) {
        return a.length() != b.length() ? a.length() > b.length() : a.compareTo(b) > 0;
    }
}
