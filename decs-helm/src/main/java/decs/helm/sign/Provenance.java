package decs.helm.sign;

import decs.helm.archive.Digests;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * The .prov file beside a packed chart: its metadata and the digest of its archive, signed in clear text.
 *
 * <p>Mirrors: provenance.Signatory
 */
public final class Provenance {
    private static final String BETWEEN = "\n...\n";
    private static final Set<Integer> WEAK =
            Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.MD2, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160);

    private final Clock clock;

    /** @param clock says which keys and signatures are over */
    public Provenance(Clock clock) {
        this.clock = clock;
    }

    /** The .prov of an archive that is called {@code fileName}. */
    public byte[] sign(SigningKey key, ChartMetadata metadata, String fileName, byte[] archive) {
        ValueMap files = new ValueMap();
        files.put(fileName, "sha256:" + Digests.sha256(archive));
        ValueMap sums = new ValueMap();
        sums.put("files", files);
        ClearText message = ClearText.unsigned(Yaml.write(ChartYaml.tree(metadata)) + BETWEEN + Yaml.write(sums));
        return message.withSignature(key.sign(message.canonical(), clock.instant()));
    }

    /**
     * Checks that one of the keys signed {@code provenance} and that it names this archive with this digest.
     *
     * @throws DecsException with Helm's text for whatever is wrong
     */
    public Verification verify(Keyring keyring, String fileName, byte[] archive, byte[] provenance) {
        ClearText message = ClearText.read(provenance);
        Keyring.Found key = signer(keyring, message);
        String digest = "sha256:" + Digests.sha256(archive);
        String wanted = sums(message.plain()).get(fileName) instanceof String sum ? sum : "";
        if (wanted.isEmpty()) {
            throw new DecsException("provenance does not contain a SHA for a file named \"" + fileName + "\"");
        }
        if (!wanted.equals(digest)) {
            throw new DecsException(
                    "sha256 sum does not match for " + fileName + ": \"" + wanted + "\" != \"" + digest + "\"");
        }
        String fingerprint =
                HexFormat.of().formatHex(key.primary().getFingerprint()).toUpperCase(Locale.ROOT);
        return new Verification(Keyring.users(key.primary()), fingerprint, digest);
    }

    private static Map<?, ?> sums(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            throw new DecsException("message block must have at least two parts");
        }
        Object tree = Yaml.read(Source.of("provenance", text.substring(between + BETWEEN.length())));
        return tree instanceof Map<?, ?> map && map.get("files") instanceof Map<?, ?> files ? files : Map.of();
    }

    private Keyring.Found signer(Keyring keyring, ClearText message) {
        for (PGPSignature signature : signatures(message)) {
            Optional<Keyring.Found> key = keyring.find(signature.getKeyID());
            if (key.isPresent()) {
                check(signature, key.get(), message);
                return key.get();
            }
        }
        String text = "openpgp: signature made by unknown entity";
        throw new DecsException(
                text,
                List.of(Problem.of(text)
                        .withHint("the keyring has no key that made the signature: name it with --keyring")),
                null);
    }

    private static PGPSignatureList signatures(ClearText message) {
        try {
            ArmoredInputStream armoured = ArmoredInputStream.builder()
                    .build(new ByteArrayInputStream(message.signature().getBytes(StandardCharsets.ISO_8859_1)));
            if (new BcPGPObjectFactory(armoured).nextObject() instanceof PGPSignatureList list) {
                return list;
            }
            throw new DecsException("signature block not found");
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof DecsException known
                    ? known
                    : new DecsException("signature block not found", broken);
        }
    }

    private void check(PGPSignature signature, Keyring.Found found, ClearText message) {
        PGPPublicKey key = found.key();
        if (WEAK.contains(signature.getHashAlgorithm())) {
            throw new DecsException("openpgp: unsupported feature: hash function of the signature is too weak");
        }
        boolean text = signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT
                || signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT;
        boolean right;
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(message.canonical());
            right = text && signature.verify();
        } catch (PGPException | RuntimeException broken) {
            throw new DecsException("openpgp: invalid signature: " + broken.getMessage(), broken);
        }
        if (!right) {
            throw new DecsException("openpgp: invalid signature: " + algorithm(key) + " verification failure");
        }
        if (found.primary().hasRevocation() || key.hasRevocation()) {
            throw new DecsException("openpgp: signature made by revoked key");
        }
        if (over(key.getCreationTime().toInstant(), key.getValidSeconds())
                || over(
                        found.primary().getCreationTime().toInstant(),
                        found.primary().getValidSeconds())) {
            throw new DecsException("openpgp: key expired");
        }
        if (over(
                signature.getCreationTime().toInstant(),
                signature.getHashedSubPackets().getSignatureExpirationTime())) {
            throw new DecsException("openpgp: signature expired");
        }
    }

    private boolean over(Instant from, long seconds) {
        return seconds > 0 && from.plusSeconds(seconds).isBefore(clock.instant());
    }

    private static String algorithm(PGPPublicKey key) {
        return switch (key.getAlgorithm()) {
            case PublicKeyAlgorithmTags.RSA_GENERAL -> "RSA";
            case PublicKeyAlgorithmTags.DSA -> "DSA";
            case PublicKeyAlgorithmTags.ECDSA -> "ECDSA";
            default -> "EdDSA";
        };
    }
}
