package decs.core.secret.sops;

import java.util.List;

/** The file key wrapped for one recipient: the kind of recipient first among the arguments. */
record AgeStanza(List<String> arguments, byte[] body) {
    AgeStanza {
        arguments = List.copyOf(arguments);
    }

    boolean is(String kind, int count) {
        return arguments.get(0).equals(kind) && arguments.size() == count;
    }
}
