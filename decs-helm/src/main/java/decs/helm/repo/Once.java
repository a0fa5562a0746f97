package decs.helm.repo;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Results by key, each worked out once however many threads ask; a failure is not kept. */
final class Once<K, V> {
    private final ConcurrentMap<K, Slot<V>> slots = new ConcurrentHashMap<>();

    V get(K key, Supplier<V> work) {
        return slots.computeIfAbsent(key, k -> new Slot<>()).get(work);
    }

    private static final class Slot<V> {
        private V value;

        synchronized V get(Supplier<V> work) {
            if (value == null) {
                value = work.get();
            }
            return value;
        }
    }
}
