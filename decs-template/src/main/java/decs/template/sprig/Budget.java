package decs.template.sprig;

import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;

/** Counts what a call is about to make, before it is made, so that hostile templates end early. */
final class Budget {
    /** What an item of a list costs, in characters. */
    private static final int ITEM = 64;

    // slow by nature: an honest file makes dozens of them, so that hundreds stay within the steps of a render
    private static final int PASSWORD = 250_000;
    private static final int MASTER_PASSWORD = 500_000;
    private static final int RSA_KEY = 500_000;
    private static final int LARGE_RSA_KEY = 2_000_000;

    private static final int CIPHER = 1_000;

    private Budget() {}

    /** Counts a text of that many characters. */
    static void text(FunctionCall call, long characters) {
        if (characters > call.limits().maxOutputBytes()) {
            throw new FunctionException("a text of " + characters + " characters is more than the limit of "
                    + call.limits().maxOutputBytes());
        }
        call.spend(characters);
    }

    /** Counts a password that is hashed slowly on purpose. */
    static void password(FunctionCall call) {
        call.spend(PASSWORD);
    }

    /** Counts a password that is derived with much memory on purpose. */
    static void masterPassword(FunctionCall call) {
        call.spend(MASTER_PASSWORD);
    }

    /** Counts bytes that are encrypted. */
    static void cipher(FunctionCall call, int bytes) {
        call.spend(CIPHER + bytes);
    }

    /** Counts a search for large primes. */
    static void rsaKey(FunctionCall call, int bits) {
        call.spend(bits > 2048 ? LARGE_RSA_KEY : RSA_KEY);
    }

    /** Counts a list of that many items. */
    static void items(FunctionCall call, long count) {
        call.spend(count > Long.MAX_VALUE / ITEM ? Long.MAX_VALUE / 2 : count * ITEM);
    }
}
