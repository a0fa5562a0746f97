package decs.template.sprig;

import static decs.template.language.GoKind.INT;
import static decs.template.language.GoKind.STRING;

import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Sprig's random texts, from the host's randomness. */
final class RandomFunctions {
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final FunctionTable TABLE = FunctionTable.builder()
            .calling("randAlphaNum", List.of(INT), (call, args) -> text(call, args, DIGITS + LETTERS))
            .calling("randAlpha", List.of(INT), (call, args) -> text(call, args, LETTERS))
            .calling("randNumeric", List.of(INT), (call, args) -> text(call, args, DIGITS))
            .calling("randAscii", List.of(INT), (call, args) -> text(call, args, ascii()))
            .calling("randBytes", List.of(INT), RandomFunctions::bytes)
            .calling("shuffle", List.of(STRING), RandomFunctions::shuffle)
            .calling("uuidv4", List.of(), RandomFunctions::uuid)
            .build();

    private RandomFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    private static String ascii() {
        StringBuilder all = new StringBuilder();
        for (char c = ' '; c < 0x7F; c++) {
            all.append(c);
        }
        return all.toString();
    }

    private static Object text(FunctionCall call, Object[] args, String alphabet) {
        long count = ((Number) args[0]).longValue();
        if (count <= 0) {
            return "";
        }
        Budget.text(call, count);
        RandomGenerator random = call.host().random();
        StringBuilder out = new StringBuilder((int) count);
        for (int i = 0; i < count; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }

    private static Object bytes(FunctionCall call, Object[] args) {
        long count = ((Number) args[0]).longValue();
        if (count < 0) {
            throw new FunctionException("runtime error: makeslice: len out of range");
        }
        Budget.text(call, count);
        byte[] bytes = new byte[(int) count];
        call.host().random().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Object shuffle(FunctionCall call, Object[] args) {
        int[] runes = ((String) args[0]).codePoints().toArray();
        SplittableRandom random = new SplittableRandom(call.host().random().nextLong()); // an order is no secret
        for (int i = runes.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int rune = runes[i];
            runes[i] = runes[j];
            runes[j] = rune;
        }
        return new String(runes, 0, runes.length);
    }

    private static Object uuid(FunctionCall call, Object[] args) {
        RandomGenerator random = call.host().random();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
