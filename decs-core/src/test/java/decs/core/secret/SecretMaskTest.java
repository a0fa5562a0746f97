package decs.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import decs.template.gofmt.GoFormat;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SecretMaskTest {
    private static String masked(Object secret, String text) {
        SecretMask mask = new SecretMask();
        mask.add(secret);
        return mask.mask(text);
    }

    @Test
    void formsInWhichASecretTurnsUp() {
        String secret = "p\"a's&s <w>ord";
        for (String form : List.of(
                secret,
                Json.write(secret),
                GoFormat.quote(secret),
                Yaml.writeV3(secret),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))) {
            assertFalse(
                    masked(secret, "before " + form + " after").contains(form.strip()), () -> "not masked: " + form);
        }
    }

    @Test
    void insideLongerBase64() {
        for (String before : List.of("", "u", "us", "usr:")) {
            String whole = Base64.getEncoder()
                    .encodeToString((before + "a-long-password" + ":end").getBytes(StandardCharsets.UTF_8));
            assertFalse(masked("a-long-password", whole).equals(whole), whole);
        }
    }

    @Test
    void linesOfALongSecret() {
        String key = "-----BEGIN KEY-----\nAAAABBBBCCCC\nDDDDEEEEFFFF\n-----END KEY-----\n";
        String yaml = "tls:\n    AAAABBBBCCCC\n    DDDDEEEEFFFF\n";
        assertEquals("tls:\n    ******\n    ******\n", masked(key, yaml));
    }

    @Test
    void shortAndCommonWordsDoNotSpoilText() {
        Map<String, Object> secrets = Map.of("a", "true", "b", "db", "c", "root", "d", 5, "e", "");
        assertEquals("true db ****** rooted 5 uproot", masked(secrets, "true db root rooted 5 uproot"));
    }

    @Property(tries = 200)
    void noSecretLeaves(
            @ForAll @AlphaChars @NumericChars @NotBlank @StringLength(min = 8, max = 40) String secret,
            @ForAll @StringLength(max = 30) String before,
            @ForAll @StringLength(max = 30) String after) {
        assertFalse(masked(List.of(secret), before + secret + after).contains(secret));
    }
}
