package decs.core.secret.sops;

import decs.template.source.DecsException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A file in the age format (age-encryption.org/v1), armoured or not: a header with the file key wrapped for each
 * recipient, then the content in chunks of 64 KiB.
 */
final class AgeFile {
    private static final String VERSION = "age-encryption.org/v1";
    private static final String ARMOUR_BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
    private static final String ARMOUR_END = "-----END AGE ENCRYPTED FILE-----";
    private static final int CHUNK = 64 * 1024;
    private static final int TAG = 16;
    private static final int NONCE = 16;

    private final byte[] bytes;
    private final List<AgeStanza> stanzas = new ArrayList<>();
    private int at;

    private AgeFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The content, for the first identity that fits. */
    static byte[] decrypt(byte[] file, List<AgeIdentity> identities) {
        return new AgeFile(unarmoured(file)).decrypt(identities);
    }

    static boolean isAge(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1).strip();
        return start.startsWith(VERSION) || start.startsWith(ARMOUR_BEGIN);
    }

    private static byte[] unarmoured(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1).strip();
        if (!text.startsWith(ARMOUR_BEGIN)) {
            return file;
        }
        if (!text.endsWith(ARMOUR_END)) {
            throw new DecsException("age: the armour has no end");
        }
        return SopsKeys.base64(text.substring(ARMOUR_BEGIN.length(), text.length() - ARMOUR_END.length()));
    }

    private byte[] decrypt(List<AgeIdentity> identities) {
        if (!line().equals(VERSION)) {
            throw new DecsException("age: unknown format or version");
        }
        String mac = stanzas();
        int headerEnd = at - mac.length() - 2; // up to and with "---"
        byte[] fileKey = fileKey(identities);
        try {
            byte[] macKey = Hkdf.derive(fileKey, new byte[0], "header");
            byte[] expected = Hkdf.hmac(macKey, Arrays.copyOf(bytes, headerEnd));
            if (!MessageDigest.isEqual(expected, unpadded(mac))) {
                throw new DecsException("age: bad header MAC");
            }
            byte[] nonce = Arrays.copyOfRange(bytes, at, at + NONCE);
            at += NONCE;
            return payload(Hkdf.derive(fileKey, nonce, "payload"));
        } catch (GeneralSecurityException broken) {
            throw new DecsException("age: the content was altered", broken);
        }
    }

    private String line() {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length) {
            throw new DecsException("age: the header has no end");
        }
        String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
        at = end + 1;
        return line;
    }

    /** Reads the stanzas and returns the authentication code behind them. */
    private String stanzas() {
        while (true) {
            String line = line();
            if (line.startsWith("--- ")) {
                return line.substring(4);
            }
            if (!line.startsWith("-> ")) {
                throw new DecsException("age: malformed header");
            }
            StringBuilder body = new StringBuilder();
            String part;
            do {
                part = line();
                body.append(part);
            } while (part.length() == 64);
            stanzas.add(new AgeStanza(List.of(line.substring(3).split(" ")), unpadded(body.toString())));
        }
    }

    private byte[] fileKey(List<AgeIdentity> identities) {
        if (identities.isEmpty()) {
            throw new DecsException("no age identity was found");
        }
        for (AgeIdentity identity : identities) {
            for (AgeStanza stanza : stanzas) {
                Optional<byte[]> key = identity.unwrap(stanza);
                if (key.isPresent()) {
                    return key.get();
                }
            }
        }
        throw new DecsException("no identity matched any of the recipients");
    }

    private byte[] payload(byte[] key) throws GeneralSecurityException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] nonce = new byte[12];
        while (true) {
            int length = Math.min(CHUNK + TAG, bytes.length - at);
            boolean last = at + length == bytes.length;
            nonce[11] = (byte) (last ? 1 : 0);
            byte[] chunk = Hkdf.chacha(key, nonce, bytes, at, length);
            plain.write(chunk, 0, chunk.length);
            at += length;
            if (last) {
                return plain.toByteArray();
            }
            next(nonce);
        }
    }

    /** Counts the chunk up: a big-endian number in the first eleven bytes. */
    private static void next(byte[] nonce) {
        int i = 10;
        nonce[i]++;
        while (nonce[i] == 0 && i > 0) {
            nonce[--i]++;
        }
    }

    static byte[] unpadded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new DecsException("age: broken base64: " + broken.getMessage(), broken);
        }
    }
}
