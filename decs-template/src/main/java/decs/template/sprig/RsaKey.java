package decs.template.sprig;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.math.Primes;

/**
 * Makes RSA keys. Primes are looked for from a random odd number on: a sieve strikes out multiples of small primes, and
 * what is left is tried by Miller and Rabin's test, which takes half the time of the JDK's search.
 */
final class RsaKey {
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    /** Rounds that leave less than 2^-100 of doubt for random numbers of 1,024 bits and more (FIPS 186-5, table B.1). */
    private static final int ROUNDS = 5;

    private static final int[] SMALL_PRIMES = oddPrimes(16_384);

    private RsaKey() {}

    static RSAPrivateKey generate(int bits, SecureRandom random) {
        BigInteger p = prime(bits / 2, random);
        BigInteger q = prime(bits / 2, random);
        BigInteger n = p.multiply(q);
        if (p.equals(q) || n.bitLength() != bits) {
            return generate(bits, random);
        }
        BigInteger p1 = p.subtract(BigInteger.ONE);
        BigInteger q1 = q.subtract(BigInteger.ONE);
        BigInteger d = EXPONENT.modInverse(p1.divide(p1.gcd(q1)).multiply(q1));
        return new RSAPrivateKey(n, EXPONENT, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p));
    }

    /** A random prime with both high bits set, whose predecessor shares no factor with the exponent. */
    static BigInteger prime(int bits, SecureRandom random) {
        while (true) {
            BigInteger start = new BigInteger(bits, random)
                    .setBit(bits - 1)
                    .setBit(bits - 2)
                    .setBit(0);
            BitSet composite = composites(start, bits);
            for (int i = composite.nextClearBit(0); i < bits; i = composite.nextClearBit(i + 1)) {
                BigInteger candidate = start.add(BigInteger.valueOf(2L * i));
                if (candidate.bitLength() == bits
                        && !candidate.mod(EXPONENT).equals(BigInteger.ONE)
                        && Primes.isMRProbablePrime(candidate, random, ROUNDS)) {
                    return candidate;
                }
            }
        }
    }

    /** Which of the {@code count} odd numbers from {@code start} on have a small factor. */
    private static BitSet composites(BigInteger start, int count) {
        BitSet composite = new BitSet(count);
        for (int prime : SMALL_PRIMES) {
            int missing = prime - start.mod(BigInteger.valueOf(prime)).intValue();
            int first = missing % 2 == 0 ? missing / 2 : (missing + prime) / 2;
            for (int i = first % prime; i < count; i += prime) {
                composite.set(i);
            }
        }
        return composite;
    }

    private static int[] oddPrimes(int end) {
        BitSet composite = new BitSet(end);
        for (int i = 3; i * i < end; i += 2) {
            for (int multiple = i * i; multiple < end; multiple += i) {
                composite.set(multiple);
            }
        }
        return IntStream.range(3, end)
                .filter(i -> i % 2 == 1 && !composite.get(i))
                .toArray();
    }
}
