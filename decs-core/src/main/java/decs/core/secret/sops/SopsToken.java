package decs.core.secret.sops;

import decs.template.gofmt.GoString;
import decs.template.language.WideInt;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One encrypted value: {@code ENC[AES256_GCM,data:…,iv:…,tag:…,type:…]}, all in base64.
 *
 * <p>Mirrors: sops aes.Cipher
 */
record SopsToken(byte[] data, byte[] iv, byte[] tag, String type) {
    static final Pattern FORM = Pattern.compile(
            "ENC\\[AES256_GCM,data:([A-Za-z0-9+/=]*),iv:([A-Za-z0-9+/=]+),tag:([A-Za-z0-9+/=]+),type:(\\w+)\\]");

    static Optional<SopsToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
    }

    static SopsToken of(Matcher matcher) {
        Base64.Decoder base64 = Base64.getDecoder();
        return new SopsToken(
                base64.decode(matcher.group(1)),
                base64.decode(matcher.group(2)),
                base64.decode(matcher.group(3)),
                matcher.group(4));
    }

    /** The plain bytes, when the key and the path are those that the value was encrypted with. */
    Optional<byte[]> open(byte[] key, String path) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(tag.length * 8, iv));
            cipher.updateAAD(path.getBytes(StandardCharsets.UTF_8));
            byte[] plain = new byte[cipher.getOutputSize(data.length + tag.length)];
            int written = cipher.update(data, 0, data.length, plain);
            cipher.doFinal(tag, 0, tag.length, plain, written);
            return Optional.of(plain);
        } catch (AEADBadTagException notTheKey) {
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new DecsException("sops: " + broken.getMessage(), broken);
        }
    }

    /** The value in its own type. */
    Object value(byte[] plain) {
        String text = GoString.of(plain);
        return switch (type) {
            case "int" -> WideInt.of(Long.parseLong(text));
            case "float" -> Double.valueOf(text);
            case "bool" -> text.equalsIgnoreCase("true");
            case "time" -> Yaml.readV3(Source.of("time", text));
            case "str", "bytes", "comment" -> text;
            default -> throw new DecsException("sops: unknown datatype: " + type);
        };
    }
}
