package decs.template.sprig;

import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A copy of maps and lists that shares nothing but leaves; Go's types are kept. */
final class DeepCopy {
    private DeepCopy() {}

    static Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }

    private static Object map(Map<?, ?> map) {
        Map<String, Object> copy = map instanceof GoMap typed ? new GoMap(typed.valueType()) : new ValueMap(map.size());
        map.forEach((key, item) -> {
            copy.put((String) key, of(item));
            if (copy instanceof ValueMap target && map instanceof ValueMap source) {
                target.takeOrigin((String) key, source);
            }
        });
        return copy;
    }

    private static Object list(List<?> list) {
        if (GoSlice.isNil(list)) {
            return list;
        }
        List<Object> copy = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            copy.add(of(list.get(i)));
        }
        return list instanceof GoSlice slice ? GoSlice.over(slice.elementType(), copy) : copy;
    }
}
