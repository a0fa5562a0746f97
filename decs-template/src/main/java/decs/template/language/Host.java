package decs.template.language;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The world outside, as far as a render may see it: clock (with its zone), randomness, environment variables, name
 * look-ups. Tests and embedders set their own, so that a render can be made deterministic.
 *
 * @param resolve a host name to an address as text, or the empty text
 */
public record Host(
        Clock clock, RandomGenerator random, Map<String, String> environment, Function<String, String> resolve) {
    public Host {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(random, "random");
        environment = Map.copyOf(environment);
        Objects.requireNonNull(resolve, "resolve");
    }

    /** This machine: system clock and zone, secure randomness, the process's environment, no name look-ups. */
    public static Host system() {
        return new Host(Clock.system(ZoneId.systemDefault()), new SecureRandom(), System.getenv(), name -> "");
    }

    /** The same with names looked up by the system's resolver ({@code --enable-dns}). */
    public Host withDns() {
        return new Host(clock, random, environment, Host::lookUp);
    }

    private static String lookUp(String name) {
        try {
            return InetAddress.getByName(name).getHostAddress();
        } catch (UnknownHostException unknown) {
            return "";
        }
    }
}
