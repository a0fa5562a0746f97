package decs.helm.sign;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.gpg.keybox.BlobType;
import org.bouncycastle.gpg.keybox.KeyBlob;
import org.bouncycastle.gpg.keybox.PublicKeyRingBlob;
import org.bouncycastle.gpg.keybox.bc.BcKeyBox;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/** Keys of OpenPGP from a file of GnuPG: pubring.gpg or secring.gpg, the newer pubring.kbx, or an armoured export. */
public final class Keyring {
    private final List<PGPPublicKeyRing> publicKeys = new ArrayList<>();
    private final List<PGPSecretKeyRing> secretKeys = new ArrayList<>();

    private Keyring() {}

    /** The file that counts when none is named: GnuPG's, in the older format or else the newer. */
    public static Path usual(Map<String, String> environment) {
        String home = environment.getOrDefault("GNUPGHOME", "");
        Path folder = home.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".gnupg")
                : Path.of(home);
        Path older = folder.resolve("pubring.gpg");
        Path newer = folder.resolve("pubring.kbx");
        return !Files.exists(older) && Files.exists(newer) ? newer : older;
    }

    /** The keys in {@code file}; those of kinds that are not known are passed over. */
    public static Keyring load(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            String why = Files.exists(file) ? unreadable.getMessage() : "no such file or directory";
            throw new DecsException("open " + file + ": " + why, List.of(unusable(file, why)), unreadable);
        }
        Keyring keyring = new Keyring();
        try {
            keyring.read(bytes);
        } catch (IOException | RuntimeException broken) {
            throw new DecsException(
                    "openpgp: invalid data: " + broken.getMessage(),
                    List.of(unusable(file, String.valueOf(broken.getMessage()))),
                    broken);
        }
        if (bytes.length > 0 && keyring.publicKeys.isEmpty() && keyring.secretKeys.isEmpty()) {
            throw new DecsException(
                    "openpgp: invalid data: no keys found", List.of(unusable(file, "no keys found")), null);
        }
        return keyring;
    }

    private static Problem unusable(Path file, String why) {
        return Problem.of("keyring " + file + ": " + why)
                .withHint("name a file of keys with --keyring; \"gpg --export > keys.gpg\" makes one");
    }

    private void read(byte[] bytes) throws IOException {
        if (bytes.length > 12 && new String(bytes, 8, 4, StandardCharsets.US_ASCII).equals("KBXf")) {
            readKeyBox(bytes);
        } else if (new String(bytes, StandardCharsets.ISO_8859_1).stripLeading().startsWith("-----BEGIN PGP")) {
            readArmoured(new ByteArrayInputStream(bytes));
        } else {
            readPackets(new ByteArrayInputStream(bytes));
        }
    }

    private void readKeyBox(byte[] bytes) throws IOException {
        for (KeyBlob blob : new BcKeyBox(bytes).getKeyBlobs()) {
            if (blob.getType() == BlobType.OPEN_PGP_BLOB && blob instanceof PublicKeyRingBlob keys) {
                publicKeys.add(keys.getPGPPublicKeyRing());
            }
        }
    }

    private void readArmoured(InputStream bytes) throws IOException {
        ArmoredInputStream armoured = ArmoredInputStream.builder().build(bytes);
        do {
            readPackets(armoured);
        } while (!armoured.isEndOfStream() && bytes.available() > 0);
    }

    private void readPackets(InputStream in) throws IOException {
        PGPObjectFactory objects = new BcPGPObjectFactory(in);
        for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
            if (object instanceof PGPPublicKeyRing keys) {
                publicKeys.add(keys);
            } else if (object instanceof PGPSecretKeyRing keys) {
                secretKeys.add(keys);
            }
        }
    }

    /** A key and the primary key that it belongs to. */
    record Found(PGPPublicKey key, PGPPublicKey primary) {}

    /** The key with this id, public or the public half of a secret one. */
    Optional<Found> find(long id) {
        for (PGPPublicKeyRing ring : publicKeys) {
            PGPPublicKey key = ring.getPublicKey(id);
            if (key != null) {
                return Optional.of(new Found(key, ring.getPublicKey()));
            }
        }
        for (PGPSecretKeyRing ring : secretKeys) {
            PGPPublicKey key = ring.getPublicKey(id);
            if (key != null) {
                return Optional.of(new Found(key, ring.getPublicKey()));
            }
        }
        return Optional.empty();
    }

    /**
     * The key to sign with: whose user is called exactly {@code name}, or the only one whose user's name has it.
     *
     * @param passphrase of the key, asked for only when it has one
     */
    public SigningKey signingKey(String name, Supplier<String> passphrase) {
        List<Object> candidates = new ArrayList<>();
        List<Object> rings = new ArrayList<>(secretKeys);
        rings.addAll(publicKeys);
        for (Object ring : rings) {
            for (String user : users(primary(ring))) {
                if (user.equals(name)) {
                    return signingKey(ring, passphrase);
                }
                if (user.contains(name) && !candidates.contains(ring)) {
                    candidates.add(ring);
                }
            }
        }
        if (candidates.size() > 1) {
            throw new DecsException("more than one key contain the id \"" + name + "\"");
        }
        if (candidates.isEmpty()) {
            throw new DecsException(
                    Problem.of("private key not found").withHint("no user of the keyring is called \"" + name + "\""));
        }
        return signingKey(candidates.get(0), passphrase);
    }

    private static SigningKey signingKey(Object ring, Supplier<String> passphrase) {
        if (!(ring instanceof PGPSecretKeyRing secret)) {
            throw new DecsException("provided key is not a private key. Try providing a keyring with secret keys");
        }
        try {
            PGPSecretKey key = secret.getSecretKey();
            boolean open = key.getKeyEncryptionAlgorithm() == SymmetricKeyAlgorithmTags.NULL;
            return SigningKey.unlock(key, open ? "" : passphrase.get());
        } catch (PGPException locked) {
            throw new DecsException(
                    "openpgp: invalid data: private key checksum failure",
                    List.of(Problem.of("the key cannot be unlocked: " + locked.getMessage())
                            .withHint("is the passphrase right? name its file with --passphrase-file")),
                    locked);
        }
    }

    private static PGPPublicKey primary(Object ring) {
        return ring instanceof PGPSecretKeyRing secret
                ? secret.getPublicKey()
                : ((PGPPublicKeyRing) ring).getPublicKey();
    }

    static List<String> users(PGPPublicKey key) {
        List<String> users = new ArrayList<>();
        for (Iterator<String> ids = key.getUserIDs(); ids.hasNext(); ) {
            users.add(ids.next());
        }
        return users;
    }
}
