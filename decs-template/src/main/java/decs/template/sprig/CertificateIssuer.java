package decs.template.sprig;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.Time;

/** One certificate to be issued, with the fields and extensions of Sprig's, in the order in which Go writes them. */
final class CertificateIssuer {
    private static final int SERIAL_BITS = 128;
    private static final int KEY_ID_BYTES = 20;

    private final X500Name subject;
    private final Instant from;
    private final Instant until;
    private final BigInteger serial;

    private boolean authority;
    private org.bouncycastle.asn1.x509.Certificate signer;
    private List<String> names = List.of();
    private List<byte[]> addresses = List.of();

    private CertificateIssuer(X500Name subject, Instant from, Instant until, BigInteger serial) {
        this.subject = subject;
        this.from = from;
        this.until = until;
        this.serial = serial;
    }

    /** A certificate of that common name, valid from now on for so many days. */
    static CertificateIssuer of(FunctionCall call, Object commonName, Object days) {
        Instant now = call.host().clock().instant();
        byte[] serial = new byte[SERIAL_BITS / 8];
        call.host().random().nextBytes(serial);
        return new CertificateIssuer(
                name((String) commonName),
                now,
                now.plus(Duration.ofDays(((Number) days).longValue())),
                new BigInteger(1, serial));
    }

    private static X500Name name(String text) {
        ASN1Encodable value =
                text.matches("[A-Za-z0-9 '()+,./:=?-]*") ? new DERPrintableString(text) : new DERUTF8String(text);
        return text.isEmpty() ? new X500Name(new RDN[0]) : new X500Name(new RDN[] {new RDN(BCStyle.CN, value)});
    }

    /** Reads a certificate, to check it or to sign by it. */
    static org.bouncycastle.asn1.x509.Certificate read(Pem pem, String doing) {
        try {
            return org.bouncycastle.asn1.x509.Certificate.getInstance(pem.bytes());
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            throw new FunctionException(doing + "x509: malformed certificate", malformed);
        }
    }

    CertificateIssuer authority() {
        authority = true;
        return this;
    }

    CertificateIssuer signedBy(org.bouncycastle.asn1.x509.Certificate signer) {
        this.signer = signer;
        return this;
    }

    CertificateIssuer alternatives(List<String> names, List<byte[]> addresses) {
        this.names = names;
        this.addresses = addresses;
        return this;
    }

    /** The certificate of {@code key}, signed with {@code signerKey}. */
    Certificate issue(SigningKey key, SigningKey signerKey) {
        SignatureAlgorithm algorithm = signerKey.signatureAlgorithm();
        try {
            ASN1Sequence content = content(key, algorithm.identifier());
            ASN1EncodableVector signed = new ASN1EncodableVector();
            signed.add(content);
            signed.add(algorithm.identifier());
            signed.add(new DERBitString(algorithm.sign(signerKey.privateKey(), content.getEncoded(ASN1Encoding.DER))));
            byte[] der = new DERSequence(signed).getEncoded(ASN1Encoding.DER);
            return new Certificate(new Pem("CERTIFICATE", der).text(), key.pem());
        } catch (IOException failed) {
            throw new FunctionException("error creating certificate: " + failed.getMessage(), failed);
        }
    }

    /** The part that is signed. */
    private ASN1Sequence content(SigningKey key, AlgorithmIdentifier algorithm) throws IOException {
        ASN1EncodableVector validity = new ASN1EncodableVector();
        validity.add(new Time(Date.from(from)));
        validity.add(new Time(Date.from(until)));
        ASN1EncodableVector content = new ASN1EncodableVector();
        content.add(new DERTaggedObject(true, 0, new ASN1Integer(2)));
        content.add(new ASN1Integer(serial));
        content.add(algorithm);
        content.add(signer == null ? subject : signer.getSubject());
        content.add(new DERSequence(validity));
        content.add(subject);
        content.add(key.open());
        content.add(new DERTaggedObject(true, 3, extensions(key)));
        return new DERSequence(content);
    }

    private Extensions extensions(SigningKey key) throws IOException {
        ExtensionsGenerator all = new ExtensionsGenerator();
        int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment | (authority ? KeyUsage.keyCertSign : 0);
        all.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        all.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        }));
        all.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (authority) {
            all.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)));
        }
        byte[] authorityId = authorityId();
        if (authorityId.length > 0) {
            all.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(authorityId));
        }
        if (!names.isEmpty() || !addresses.isEmpty()) {
            all.addExtension(Extension.subjectAlternativeName, false, alternativeNames());
        }
        return all.generate();
    }

    /** The first bytes of the public key's SHA-256. */
    private static byte[] keyId(SigningKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(key.open().getPublicKeyData().getBytes());
            return Arrays.copyOf(digest, KEY_ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] authorityId() {
        SubjectKeyIdentifier id = signer == null
                ? null
                : SubjectKeyIdentifier.fromExtensions(signer.getTBSCertificate().getExtensions());
        return id == null ? new byte[0] : id.getKeyIdentifier();
    }

    private GeneralNames alternativeNames() {
        GeneralName[] all = new GeneralName[names.size() + addresses.size()];
        int n = 0;
        for (String name : names) {
            if (!GoString.isAscii(name)) {
                throw new FunctionException("error creating certificate: x509: " + GoFormat.quote(name)
                        + " cannot be encoded as an IA5String");
            }
            all[n++] = new GeneralName(GeneralName.dNSName, name);
        }
        for (byte[] address : addresses) {
            all[n++] = new GeneralName(GeneralName.iPAddress, new DEROctetString(address));
        }
        return new GeneralNames(all);
    }
}
