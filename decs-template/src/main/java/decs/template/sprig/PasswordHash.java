package decs.template.sprig;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** The bcrypt hash; apart from its callers so that the library is loaded when first needed. */
final class PasswordHash {
    static final int LONGEST = 72;
    static final int SALT_BYTES = 16;

    private static final int COST = 10;

    private PasswordHash() {}

    static String of(byte[] password, byte[] salt) {
        return OpenBSDBCrypt.generate("2a", password, salt, COST);
    }
}
