package decs.template.sprig;

import decs.template.language.FunctionException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How certificates are signed: what the JDK and what a certificate call it. */
enum SignatureAlgorithm {
    RSA("SHA256withRSA", "1.2.840.113549.1.1.11"),
    ECDSA_256("SHA256withECDSA", "1.2.840.10045.4.3.2"),
    ECDSA_384("SHA384withECDSA", "1.2.840.10045.4.3.3"),
    ECDSA_512("SHA512withECDSA", "1.2.840.10045.4.3.4"),
    ED25519("Ed25519", "1.3.101.112");

    private final String name;
    private final String identifier;

    SignatureAlgorithm(String name, String identifier) {
        this.name = name;
        this.identifier = identifier;
    }

    AlgorithmIdentifier identifier() {
        ASN1ObjectIdentifier id = new ASN1ObjectIdentifier(identifier);
        return this == RSA ? new AlgorithmIdentifier(id, DERNull.INSTANCE) : new AlgorithmIdentifier(id);
    }

    byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException failed) {
            throw new FunctionException("error creating certificate: " + failed.getMessage(), failed);
        }
    }
}
