package decs.helm.sign;

import java.util.List;

/**
 * A chart whose signature and digest are right.
 *
 * @param signers the users of the key
 * @param fingerprint of the primary key, in upper case
 * @param digest of the archive, with its {@code sha256:}
 */
public record Verification(List<String> signers, String fingerprint, String digest) {
    public Verification {
        signers = List.copyOf(signers);
    }

    /** What Helm prints. */
    public String text() {
        StringBuilder text = new StringBuilder();
        signers.forEach(signer -> text.append("Signed by: ").append(signer).append('\n'));
        return text.append("Using Key With Fingerprint: ")
                .append(fingerprint)
                .append("\nChart Hash Verified: ")
                .append(digest)
                .append('\n')
                .toString();
    }
}
