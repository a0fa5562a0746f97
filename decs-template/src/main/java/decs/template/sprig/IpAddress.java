package decs.template.sprig;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as text. Mirrors: net.ParseIP. */
final class IpAddress {
    private static final Pattern VERSION_4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private IpAddress() {}

    /** Four bytes (also for an IPv4 address written as IPv6) or sixteen. */
    static Optional<byte[]> parse(String text) {
        if (VERSION_4.matcher(text).matches()) {
            return version4(text);
        }
        if (!VERSION_6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName("[" + text + "]").getAddress());
        } catch (UnknownHostException bad) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> version4(String text) {
        byte[] bytes = new byte[4];
        int at = 0;
        for (String part : Texts.split(text, ".", -1)) {
            int value = Integer.parseInt(part);
            if (value > 255) {
                return Optional.empty();
            }
            bytes[at++] = (byte) value;
        }
        return Optional.of(bytes);
    }
}
