package decs.template.sprig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Random;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaKeyTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void aKeyDecryptsWhatItEncrypts() {
        RSAPrivateKey key = RsaKey.generate(2048, random);
        BigInteger n = key.getModulus();
        BigInteger message = new BigInteger(2000, new Random(1));
        assertEquals(2048, n.bitLength());
        assertEquals(n, key.getPrime1().multiply(key.getPrime2()));
        assertEquals(message, message.modPow(key.getPublicExponent(), n).modPow(key.getPrivateExponent(), n));
        assertEquals(key.getPrivateExponent().mod(key.getPrime1().subtract(BigInteger.ONE)), key.getExponent1());
        assertEquals(key.getPrivateExponent().mod(key.getPrime2().subtract(BigInteger.ONE)), key.getExponent2());
        assertEquals(
                BigInteger.ONE, key.getCoefficient().multiply(key.getPrime2()).mod(key.getPrime1()));
    }

    @RepeatedTest(20)
    void primesArePrimeAndLong() {
        BigInteger prime = RsaKey.prime(256, random);
        assertTrue(prime.isProbablePrime(100));
        assertEquals(3, prime.shiftRight(254).intValue());
    }

    /** Numbers as short as the sieve itself: a prime of the sieve is no multiple of a small factor. */
    @ParameterizedTest
    @ValueSource(ints = {24, 32, 48})
    void shortPrimesAreFoundToo(int bits) {
        assertTrue(RsaKey.prime(bits, random).isProbablePrime(50));
    }
}
