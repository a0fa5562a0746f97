package decs.core.hcl;

import decs.template.source.DecsException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of networks as CIDR writes them. */
final class HclNetworks {
    private HclNetworks() {}

    /** A network: its first address, the bits of an address, and how many of them are the network's. */
    private record Network(BigInteger first, int bits, int prefix) {
        static Network parse(String text) {
            String[] parts = text.split("/", 2);
            if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F:.]+") || !parts[1].matches("[0-9]{1,3}")) {
                throw new DecsException("invalid CIDR expression: invalid CIDR address: " + text);
            }
            try {
                byte[] address = InetAddress.getByName(parts[0]).getAddress(); // no name: nothing is asked
                int bits = address.length * 8;
                int prefix = Integer.parseInt(parts[1]);
                if (prefix > bits) {
                    throw new DecsException("invalid CIDR expression: invalid CIDR address: " + text);
                }
                BigInteger number = new BigInteger(1, address);
                int free = bits - prefix;
                return new Network(number.shiftRight(free).shiftLeft(free), bits, prefix);
            } catch (UnknownHostException none) {
                throw new DecsException("invalid CIDR expression: invalid CIDR address: " + text, none);
            }
        }

        Network sub(int more, BigInteger number) {
            int longer = prefix + more;
            if (longer > bits || number.signum() < 0 || number.bitLength() > more) {
                throw new DecsException("insufficient address space to extend prefix of " + prefix + " by " + more
                        + " for number " + number);
            }
            return new Network(first.add(number.shiftLeft(bits - longer)), bits, longer);
        }

        String address(BigInteger number) {
            byte[] bytes = new byte[bits / 8];
            byte[] digits = number.toByteArray();
            for (int i = 0; i < bytes.length && i < digits.length; i++) {
                bytes[bytes.length - 1 - i] = digits[digits.length - 1 - i];
            }
            try {
                return InetAddress.getByAddress(bytes).getHostAddress();
            } catch (UnknownHostException impossible) {
                throw new DecsException("no address: " + number, impossible);
            }
        }

        @Override
        public String toString() {
            return address(first) + "/" + prefix;
        }
    }

    static void add(Map<String, HclFunction> table) {
        table.put("cidrsubnet", a -> Network.parse(a.text(0))
                .sub(a.whole(1), BigInteger.valueOf(a.whole(2)))
                .toString());
        table.put("cidrhost", a -> host(Network.parse(a.text(0)), a.whole(1)));
        table.put("cidrnetmask", a -> {
            Network network = Network.parse(a.text(0));
            BigInteger ones = BigInteger.ONE.shiftLeft(network.prefix()).subtract(BigInteger.ONE);
            return network.address(ones.shiftLeft(network.bits() - network.prefix()));
        });
        table.put("cidrsubnets", HclNetworks::subnets);
    }

    private static Object host(Network network, int number) {
        BigInteger size = BigInteger.ONE.shiftLeft(network.bits() - network.prefix());
        BigInteger offset = number < 0 ? size.add(BigInteger.valueOf(number)) : BigInteger.valueOf(number);
        if (offset.signum() < 0 || offset.compareTo(size) >= 0) {
            throw new DecsException(
                    "prefix of " + network.prefix() + " does not accommodate a host numbered " + number);
        }
        return network.address(network.first().add(offset));
    }

    /** Networks one after the other, each as much longer in its prefix as its argument says. */
    private static Object subnets(HclArguments arguments) {
        Network network = Network.parse(arguments.text(0));
        List<Object> subnets = new ArrayList<>();
        BigInteger next = BigInteger.ZERO;
        for (int i = 1; i < arguments.count(); i++) {
            int free = network.bits() - network.prefix() - arguments.whole(i);
            BigInteger size = BigInteger.ONE.shiftLeft(Math.max(0, free));
            BigInteger number = next.add(size).subtract(BigInteger.ONE).divide(size);
            subnets.add(network.sub(arguments.whole(i), number).toString());
            next = number.add(BigInteger.ONE).multiply(size);
        }
        return subnets;
    }
}
