package decs.helm.action;

import java.util.List;
import java.util.Map;

/** Hears what Helm would log while an action runs. */
@FunctionalInterface
public interface Notices {
    /** Hears nothing. */
    Notices NONE = notice -> {};

    void hear(Notice notice);

    /**
     * One line of a log.
     *
     * @param attributes what it is about, in order
     */
    record Notice(Level level, String message, List<Map.Entry<String, String>> attributes) {
        public Notice {
            attributes = List.copyOf(attributes);
        }
    }

    /** How much it matters. */
    enum Level {
        /** A line that Helm prints as it is. */
        PLAIN,
        INFO,
        WARN,
        ERROR
    }
}
