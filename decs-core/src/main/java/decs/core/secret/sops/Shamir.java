package decs.core.secret.sops;

import decs.template.source.DecsException;
import java.util.List;

/** A secret put together from shares: byte-wise Lagrange interpolation at 0 over GF(2^8); a share ends in its x. */
final class Shamir {
    private static final int POLYNOMIAL = 0x11b;

    private Shamir() {}

    static byte[] combine(List<byte[]> shares) {
        int length = shares.get(0).length;
        if (shares.stream().anyMatch(share -> share.length != length || length < 2)) {
            throw new DecsException("sops: all parts must be the same length");
        }
        byte[] secret = new byte[length - 1];
        for (int at = 0; at < secret.length; at++) {
            int sum = 0;
            for (int i = 0; i < shares.size(); i++) {
                sum ^= multiply(shares.get(i)[at] & 0xff, weight(shares, i));
            }
            secret[at] = (byte) sum;
        }
        return secret;
    }

    private static int weight(List<byte[]> shares, int own) {
        int x = x(shares.get(own));
        int weight = 1;
        for (int i = 0; i < shares.size(); i++) {
            if (i != own) {
                int other = x(shares.get(i));
                weight = multiply(weight, multiply(other, inverse(x ^ other)));
            }
        }
        return weight;
    }

    private static int x(byte[] share) {
        return share[share.length - 1] & 0xff;
    }

    private static int multiply(int a, int b) {
        int product = 0;
        int left = a;
        for (int right = b; right != 0; right >>= 1) {
            if ((right & 1) != 0) {
                product ^= left;
            }
            left <<= 1;
            if (left > 0xff) {
                left ^= POLYNOMIAL;
            }
        }
        return product;
    }

    private static int inverse(int a) {
        if (a == 0) {
            throw new DecsException("sops: duplicate part detected");
        }
        int inverse = 1;
        for (int i = 0; i < 254; i++) { // a^254 = a^-1
            inverse = multiply(inverse, a);
        }
        return inverse;
    }
}
