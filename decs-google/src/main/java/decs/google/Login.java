package decs.google;

import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import decs.template.source.DecsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Who asks: the account that {@code GOOGLE_APPLICATION_CREDENTIALS} names, else the machine's own. */
final class Login {
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    private Login() {}

    /**
     * @throws DecsException when there is no account
     */
    static Credentials of(Map<String, String> environment) {
        String file = environment.getOrDefault("GOOGLE_APPLICATION_CREDENTIALS", "");
        try {
            if (file.isEmpty()) {
                return GoogleCredentials.getApplicationDefault().createScoped(SCOPE);
            }
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                return GoogleCredentials.fromStream(in).createScoped(SCOPE);
            }
        } catch (IOException none) {
            throw new DecsException("credentials: could not find default credentials: " + none.getMessage(), none);
        }
    }
}
