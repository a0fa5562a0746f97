package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.INT;
import static decs.template.language.GoKind.LIST;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import java.util.ArrayList;
import java.util.List;

/** Sprig's certificates and private keys. What needs a cryptographic library is loaded when first called. */
final class CertificateFunctions {
    private static final int RSA_BITS = 2048;
    private static final int LARGE_RSA_BITS = 4096;

    private static final FunctionTable TABLE = FunctionTable.builder()
            .calling("genPrivateKey", List.of(STRING), CertificateFunctions::privateKey)
            .of("buildCustomCert", STRING, STRING, CertificateFunctions::custom)
            .calling("genCA", List.of(STRING, INT), (call, args) -> authority(call, args, newKey(call)))
            .calling(
                    "genCAWithKey",
                    List.of(STRING, INT, STRING),
                    (call, args) -> authority(call, args, givenKey(args[2])))
            .calling(
                    "genSelfSignedCert",
                    List.of(STRING, LIST, LIST, INT),
                    (call, args) -> selfSigned(call, args, newKey(call)))
            .calling(
                    "genSelfSignedCertWithKey",
                    List.of(STRING, LIST, LIST, INT, STRING),
                    (call, args) -> selfSigned(call, args, givenKey(args[4])))
            .calling(
                    "genSignedCert",
                    List.of(STRING, LIST, LIST, INT, ANY),
                    (call, args) -> signed(call, args, newKey(call)))
            .calling(
                    "genSignedCertWithKey",
                    List.of(STRING, LIST, LIST, INT, ANY, STRING),
                    (call, args) -> signed(call, args, givenKey(args[5])))
            .build();

    private CertificateFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    private static SigningKey newKey(FunctionCall call) {
        return rsaKey(call, RSA_BITS);
    }

    private static SigningKey rsaKey(FunctionCall call, int bits) {
        Budget.rsaKey(call, bits);
        return SigningKey.rsa(bits, HostRandom.of(call));
    }

    private static SigningKey givenKey(Object pem) {
        try {
            return SigningKey.parse((String) pem);
        } catch (FunctionException bad) {
            throw new FunctionException("parsing private key: " + bad.getMessage(), bad);
        }
    }

    private static Object privateKey(FunctionCall call, Object[] args) {
        String type = (String) args[0];
        return switch (type) {
            case "", "rsa" -> rsaKey(call, LARGE_RSA_BITS).pem();
            case "dsa" ->
                SigningKey.generate("DSA", RSA_BITS, HostRandom.of(call)).pem();
            case "ecdsa" -> SigningKey.generate("EC", 0, HostRandom.of(call)).pem();
            case "ed25519" ->
                SigningKey.generate("Ed25519", 0, HostRandom.of(call)).pem();
            default -> "Unknown type " + type;
        };
    }

    private static Object custom(Object certificate, Object key) {
        String cert = decoded(certificate, "unable to decode base64 certificate");
        String secret = decoded(key, "unable to decode base64 private key");
        Pem block = Pem.read(cert).orElseThrow(() -> new FunctionException("unable to decode certificate"));
        CertificateIssuer.read(block, "error parsing certificate: decodedCert.Bytes: ");
        try {
            SigningKey.parse(secret);
        } catch (FunctionException bad) {
            throw new FunctionException("error parsing private key: " + bad.getMessage(), bad);
        }
        return new Certificate(cert, secret);
    }

    private static String decoded(Object base64, String otherwise) {
        try {
            return GoString.of(Base64Text.decode((String) base64));
        } catch (FunctionException bad) {
            throw new FunctionException(otherwise, bad);
        }
    }

    private static Object authority(FunctionCall call, Object[] args, SigningKey key) {
        return CertificateIssuer.of(call, args[0], args[1]).authority().issue(key, key);
    }

    private static Object selfSigned(FunctionCall call, Object[] args, SigningKey key) {
        return leaf(call, args).issue(key, key);
    }

    private static Object signed(FunctionCall call, Object[] args, SigningKey key) {
        if (!(args[4] instanceof Certificate signer)) {
            throw new FunctionException(
                    "wrong type for value; expected sprig.certificate; got " + GoTypes.typeName(args[4]));
        }
        Pem block = Pem.read(signer.cert()).orElseThrow(() -> new FunctionException("unable to decode certificate"));
        SigningKey signerKey;
        try {
            signerKey = SigningKey.parse(signer.key());
        } catch (FunctionException bad) {
            throw new FunctionException("error parsing private key: " + bad.getMessage(), bad);
        }
        return leaf(call, args)
                .signedBy(CertificateIssuer.read(block, "error parsing certificate: decodedSignerCert.Bytes: "))
                .issue(key, signerKey);
    }

    private static CertificateIssuer leaf(FunctionCall call, Object[] args) {
        List<byte[]> addresses = new ArrayList<>();
        for (Object item : items(args[1])) {
            String text = text(item, "error parsing ip: ");
            addresses.add(IpAddress.parse(text).orElseThrow(() -> new FunctionException("error parsing ip: " + text)));
        }
        List<String> names = new ArrayList<>();
        for (Object item : items(args[2])) {
            names.add(text(item, "error processing alternate dns name: "));
        }
        return CertificateIssuer.of(call, args[0], args[3]).alternatives(names, addresses);
    }

    private static List<?> items(Object list) {
        return list == null ? List.of() : (List<?>) list;
    }

    private static String text(Object item, String doing) {
        if (item instanceof String text) {
            return text;
        }
        throw new FunctionException(doing + GoFormat.value(item) + " is not a string");
    }
}
