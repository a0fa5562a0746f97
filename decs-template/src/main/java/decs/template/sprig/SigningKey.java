package decs.template.sprig;

import decs.template.language.FunctionException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** A private key with its public half: made, read from PEM, written to PEM as Go's libraries do. */
record SigningKey(PrivateKeyInfo secret, SubjectPublicKeyInfo open) {
    /** Makes an RSA key pair. */
    static SigningKey rsa(int bits, SecureRandom random) {
        try {
            PrivateKeyInfo secret = rsa(RsaKey.generate(bits, random));
            return new SigningKey(secret, publicHalf(secret));
        } catch (IOException impossible) {
            throw new FunctionException(impossible.getMessage(), impossible);
        }
    }

    /** Makes a key pair of another kind with the JDK's generators. */
    static SigningKey generate(String algorithm, int bits, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            } else if (bits > 0) {
                generator.initialize(bits, random);
            } else {
                generator.initialize(255, random);
            }
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(
                    PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()),
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException missing) {
            throw new FunctionException(missing.getMessage(), missing);
        }
    }

    /** Mirrors: sprig parsePrivateKeyPEM. */
    static SigningKey parse(String text) {
        Pem pem = Pem.read(text).orElseThrow(() -> new FunctionException("no PEM data in input"));
        String type = pem.type();
        if (type.equals("PRIVATE KEY")) {
            return read("decoding PEM as PKCS#8: ", () -> PrivateKeyInfo.getInstance(pem.bytes()));
        }
        if (!type.endsWith(" PRIVATE KEY")) {
            throw new FunctionException("no private key data in PEM block of type " + type);
        }
        return switch (type.substring(0, type.length() - " PRIVATE KEY".length())) {
            case "EC" -> read("parsing EC private key from PEM: ", () -> ec(pem.bytes()));
            case "RSA" -> read("parsing RSA private key from PEM: ", () -> rsa(RSAPrivateKey.getInstance(pem.bytes())));
            case "DSA" -> read("parsing DSA private key from PEM: ", () -> dsa(pem.bytes()));
            default ->
                throw new FunctionException(
                        "unknown private key type " + type.substring(0, type.length() - " PRIVATE KEY".length()));
        };
    }

    /** Reading of one format. */
    @FunctionalInterface
    private interface Reader {
        PrivateKeyInfo read() throws IOException;
    }

    private static SigningKey read(String doing, Reader reader) {
        try {
            PrivateKeyInfo secret = reader.read();
            return new SigningKey(secret, publicHalf(secret));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException malformed) {
            throw new FunctionException(doing + "asn1: structure error: " + malformed.getMessage(), malformed);
        }
    }

    private static PrivateKeyInfo rsa(RSAPrivateKey key) throws IOException {
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, org.bouncycastle.asn1.DERNull.INSTANCE);
        return new PrivateKeyInfo(algorithm, key);
    }

    private static PrivateKeyInfo ec(byte[] der) throws IOException {
        ECPrivateKey key = ECPrivateKey.getInstance(der);
        return new PrivateKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
    }

    /** OpenSSL's form: version, p, q, g, y, x. */
    private static PrivateKeyInfo dsa(byte[] der) throws IOException {
        ASN1Sequence key = ASN1Sequence.getInstance(der);
        DSAParameter parameters = new DSAParameter(number(key, 1), number(key, 2), number(key, 3));
        return new PrivateKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters), new ASN1Integer(number(key, 5)));
    }

    private static BigInteger number(ASN1Sequence sequence, int index) {
        return ASN1Integer.getInstance(sequence.getObjectAt(index)).getValue();
    }

    private static SubjectPublicKeyInfo publicHalf(PrivateKeyInfo secret) throws IOException {
        AlgorithmIdentifier algorithm = secret.getPrivateKeyAlgorithm();
        ASN1ObjectIdentifier kind = algorithm.getAlgorithm();
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            RSAPrivateKey key = RSAPrivateKey.getInstance(secret.parsePrivateKey());
            return new SubjectPublicKeyInfo(
                    algorithm, new org.bouncycastle.asn1.pkcs.RSAPublicKey(key.getModulus(), key.getPublicExponent()));
        }
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return new SubjectPublicKeyInfo(algorithm, ecPoint(secret));
        }
        if (kind.equals(EdECObjectIdentifiers.id_Ed25519)) {
            byte[] seed = org.bouncycastle.asn1.ASN1OctetString.getInstance(secret.parsePrivateKey())
                    .getOctets();
            return new SubjectPublicKeyInfo(
                    algorithm,
                    new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded());
        }
        DSAParameter parameters = DSAParameter.getInstance(algorithm.getParameters());
        BigInteger x = ASN1Integer.getInstance(secret.parsePrivateKey()).getValue();
        return new SubjectPublicKeyInfo(
                algorithm, new ASN1Integer(parameters.getG().modPow(x, parameters.getP())));
    }

    private static byte[] ecPoint(PrivateKeyInfo secret) throws IOException {
        ECPrivateKey key = ECPrivateKey.getInstance(secret.parsePrivateKey());
        X9ECParameters curve = SECNamedCurves.getByOID(
                ASN1ObjectIdentifier.getInstance(secret.getPrivateKeyAlgorithm().getParameters()));
        if (curve == null) {
            throw new IOException("unknown elliptic curve");
        }
        return curve.getG().multiply(key.getKey()).normalize().getEncoded(false);
    }

    private ASN1ObjectIdentifier kind() {
        return secret.getPrivateKeyAlgorithm().getAlgorithm();
    }

    /** The key as Go writes it: PKCS #1 for RSA, SEC 1 for EC, OpenSSL's form for DSA, PKCS #8 for the others. */
    String pem() {
        try {
            if (kind().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return new Pem("RSA PRIVATE KEY", der(secret.parsePrivateKey().toASN1Primitive())).text();
            }
            if (kind().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return new Pem("EC PRIVATE KEY", der(sec1())).text();
            }
            if (kind().equals(X9ObjectIdentifiers.id_dsa)) {
                return new Pem("DSA PRIVATE KEY", der(openSslDsa())).text();
            }
            return new Pem("PRIVATE KEY", der(secret.toASN1Primitive())).text();
        } catch (IOException impossible) {
            throw new FunctionException(impossible.getMessage(), impossible);
        }
    }

    private static byte[] der(ASN1Primitive value) throws IOException {
        return value.getEncoded("DER");
    }

    private ASN1Primitive sec1() throws IOException {
        ECPrivateKey key = ECPrivateKey.getInstance(secret.parsePrivateKey());
        ASN1BitString point = open.getPublicKeyData();
        return new ECPrivateKey(
                        curveBits(),
                        key.getKey(),
                        point,
                        secret.getPrivateKeyAlgorithm().getParameters())
                .toASN1Primitive();
    }

    private ASN1Primitive openSslDsa() throws IOException {
        DSAParameter parameters =
                DSAParameter.getInstance(secret.getPrivateKeyAlgorithm().getParameters());
        org.bouncycastle.asn1.ASN1EncodableVector fields = new org.bouncycastle.asn1.ASN1EncodableVector();
        fields.add(new ASN1Integer(0));
        fields.add(new ASN1Integer(parameters.getP()));
        fields.add(new ASN1Integer(parameters.getQ()));
        fields.add(new ASN1Integer(parameters.getG()));
        fields.add(open.parsePublicKey());
        fields.add(secret.parsePrivateKey());
        return new DERSequence(fields);
    }

    /** How the key signs certificates, or Go's failure. */
    SignatureAlgorithm signatureAlgorithm() {
        if (kind().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return SignatureAlgorithm.RSA;
        }
        if (kind().equals(EdECObjectIdentifiers.id_Ed25519)) {
            return SignatureAlgorithm.ED25519;
        }
        if (!kind().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            throw new FunctionException(
                    "error creating certificate: x509: certificate private key does not implement crypto.Signer");
        }
        int bits = curveBits();
        return bits > 384
                ? SignatureAlgorithm.ECDSA_512
                : bits > 256 ? SignatureAlgorithm.ECDSA_384 : SignatureAlgorithm.ECDSA_256;
    }

    private int curveBits() {
        return SECNamedCurves.getByOID(ASN1ObjectIdentifier.getInstance(
                        secret.getPrivateKeyAlgorithm().getParameters()))
                .getN()
                .bitLength();
    }

    /** The key for the JDK's signers. */
    PrivateKey privateKey() {
        String algorithm = kind().equals(PKCSObjectIdentifiers.rsaEncryption)
                ? "RSA"
                : kind().equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : "Ed25519";
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(secret.getEncoded()));
        } catch (GeneralSecurityException | IOException unusable) {
            throw new FunctionException("error creating certificate: " + unusable.getMessage(), unusable);
        }
    }
}
