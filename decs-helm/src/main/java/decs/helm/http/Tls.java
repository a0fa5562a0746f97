package decs.helm.http;

import decs.template.source.DecsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** TLS by PEM files: a certificate authority, a client certificate with its key, or no check of the server at all. */
final class Tls {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END");
    private static final String KEY_PAIR = "unable to load cert from key pair: tls: ";
    private static final char[] NO_PASSWORD = new char[0];

    private Tls() {}

    /** The context that the settings ask for; empty when the system's own will do. */
    static Optional<SSLContext> contextFor(Access.Certificates files) {
        if (files.usual()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(files), trust(files), null);
            return Optional.of(context);
        } catch (GeneralSecurityException | IOException bad) {
            throw new DecsException("can't create TLS config for client: " + bad.getMessage(), bad);
        }
    }

    /** A context that accepts no server; for clients that never speak TLS. */
    static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyManager[] keys(Access.Certificates files) throws GeneralSecurityException, IOException {
        if (files.certFile().isEmpty() || files.keyFile().isEmpty()) {
            return new KeyManager[0];
        }
        byte[] certificate = read("unable to read cert file: ", files.certFile());
        String key = new String(read("unable to read key file: ", files.keyFile()), StandardCharsets.US_ASCII);
        boolean switched = new String(certificate, StandardCharsets.US_ASCII).contains("PRIVATE KEY-----");
        String none = switched
                ? "failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs"
                        + " may have been switched"
                : "failed to find any PEM data in certificate input";
        Certificate[] chain = certificates(certificate, KEY_PAIR + none).toArray(new Certificate[0]);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("client", privateKey(key), NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(Access.Certificates files) throws GeneralSecurityException, IOException {
        if (files.insecure()) {
            return new TrustManager[] {new TrustAll()};
        }
        if (files.caFile().isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, NO_PASSWORD);
        int n = 0;
        byte[] authority = read("can't read CA file: ", files.caFile());
        for (Certificate certificate : certificates(authority, "failed to append certificates from pem block")) {
            store.setCertificateEntry("ca" + n++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static byte[] read(String what, String file) throws IOException {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException missing) {
            throw new IOException(what + "\"" + file + "\": open " + file + ": no such file or directory", missing);
        } catch (AccessDeniedException denied) {
            throw new IOException(what + "\"" + file + "\": open " + file + ": permission denied", denied);
        }
    }

    /** @param otherwise what is said when there are none */
    private static Collection<? extends Certificate> certificates(byte[] pem, String otherwise)
            throws GeneralSecurityException {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException bad) {
            throw new GeneralSecurityException(otherwise, bad);
        }
        throw new GeneralSecurityException(otherwise);
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        Matcher found = KEY.matcher(pem);
        if (!found.find()) {
            throw new GeneralSecurityException(KEY_PAIR
                    + (pem.contains("BEGIN CERTIFICATE")
                            ? "found a certificate rather than a key in the PEM for the private key"
                            : "failed to find any PEM data in key input"));
        }
        byte[] der = Base64.getMimeDecoder().decode(found.group(2));
        if (found.group(1).startsWith("RSA")) {
            der = wrapRsa(der);
        }
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
        return List.of("RSA", "EC", "Ed25519").stream()
                .flatMap(algorithm -> tryKey(algorithm, spec).stream())
                .findFirst()
                .orElseThrow(() ->
                        new GeneralSecurityException("the private key is neither RSA, EC nor Ed25519 in PKCS #8"));
    }

    private static Optional<PrivateKey> tryKey(String algorithm, PKCS8EncodedKeySpec spec) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (GeneralSecurityException notThis) {
            return Optional.empty();
        }
    }

    /** PKCS #1 as PKCS #8: a sequence of version, algorithm and the key as an octet string. */
    private static byte[] wrapRsa(byte[] key) {
        byte[] algorithm = {
            2, 1, 0, 0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
        };
        byte[] octets = der(4, key);
        byte[] body = new byte[algorithm.length + octets.length];
        System.arraycopy(algorithm, 0, body, 0, algorithm.length);
        System.arraycopy(octets, 0, body, algorithm.length, octets.length);
        return der(0x30, body);
    }

    private static byte[] der(int tag, byte[] body) {
        byte[] head = body.length < 128
                ? new byte[] {(byte) tag, (byte) body.length}
                : body.length < 256
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) body.length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (body.length >> 8), (byte) body.length};
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** Accepts any server, because the user said so; host names are not checked either. */
    private static final class TrustAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
