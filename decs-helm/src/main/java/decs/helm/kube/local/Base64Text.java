package decs.helm.kube.local;

/** Standard base64 as Go checks it. */
final class Base64Text {
    private Base64Text() {}

    /** The first character that cannot be where it is; -1 when all can. */
    static int firstWrong(String text) {
        String packed = text.replace("\n", "").replace("\r", "");
        int end = packed.length();
        int padding = packed.endsWith("==") ? 2 : packed.endsWith("=") ? 1 : 0;
        for (int i = 0; i < end - padding; i++) {
            char c = packed.charAt(i);
            boolean known =
                    (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
            if (!known) {
                return i;
            }
        }
        return end % 4 == 0 ? -1 : end;
    }
}
