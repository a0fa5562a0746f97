package decs.helm.kube.patch;

import decs.helm.kube.schema.Field;
import decs.helm.kube.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One strategic patch laid over another, so that the result does what both do. */
final class PatchUnion {
    private PatchUnion() {}

    static Map<String, Object> of(Map<String, Object> under, Map<String, Object> over, Shape shape) {
        over.forEach((key, value) -> {
            if (value instanceof List<?> list && over.get(Directive.ORDER + key) instanceof List<?> order) {
                ListOrder.check(Values.list(list), Values.list(order));
            }
        });
        Map<String, Object> union = new LinkedHashMap<>(under);
        over.forEach((key, value) -> union.put(key, value(key, under.get(key), value, shape)));
        union.replaceAll((key, value) -> value instanceof List<?> list ? arranged(key, list, over, union) : value);
        return union;
    }

    private static List<?> arranged(String key, List<?> list, Map<String, Object> over, Map<String, Object> union) {
        if (!(union.get(Directive.ORDER + key) instanceof List<?> order)) {
            return list;
        }
        if (over.containsKey(key)) {
            return ListOrder.arrangePatch(Values.list(list), Values.list(order));
        }
        return over.containsKey(Directive.ORDER + key)
                ? ListOrder.arrange(Values.list(list), Values.list(order))
                : list;
    }

    private static Object value(String key, Object under, Object over, Shape shape) {
        if (under instanceof Map<?, ?> a && over instanceof Map<?, ?> b) {
            return of(Values.map(a), Values.map(b), shape.child(key));
        }
        if (under instanceof List<?> a && over instanceof List<?> b && !key.startsWith("$")) {
            Optional<Field> field = shape instanceof Shape.Struct struct ? struct.field(key) : Optional.empty();
            if (field.isPresent() && field.get().merge().lists() && Values.kind(a, b) == Values.Kind.MAPS) {
                return items(field.get(), Values.list(a), Values.list(b));
            }
        }
        return over;
    }

    private static List<Object> items(Field field, List<Object> under, List<Object> over) {
        String key = field.merge().key();
        Shape shape = ((Shape.ListOf) field.shape()).item();
        List<Object> union = new ArrayList<>(under);
        for (KeyedItem more : KeyedItem.all(over, key)) {
            int like = KeyedItem.indexOf(union, more.key(), key);
            if (like < 0) {
                union.add(more.fields());
            } else {
                union.set(like, of(Values.map((Map<?, ?>) union.get(like)), more.fields(), shape));
            }
        }
        return union;
    }
}
