package decs.template.sprig;

import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.language.FunctionCall;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A copy of maps and lists that shares nothing but leaves; Go's types are kept. */
final class DeepCopy {
    /** Steps that a copied value costs. */
    private static final long VALUE = 16;

    private final FunctionCall call;

    private DeepCopy(FunctionCall call) {
        this.call = call;
    }

    static Object of(FunctionCall call, Object value) {
        return new DeepCopy(call).of(value);
    }

    private Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }

    private Object map(Map<?, ?> map) {
        call.spend(VALUE * (1 + map.size()));
        Map<String, Object> copy = map instanceof GoMap typed ? new GoMap(typed.valueType()) : new ValueMap(map.size());
        map.forEach((key, item) -> {
            copy.put((String) key, of(item));
            if (copy instanceof ValueMap target && map instanceof ValueMap source) {
                target.takeOrigin((String) key, source);
            }
        });
        return copy;
    }

    private Object list(List<?> list) {
        if (GoSlice.isNil(list)) {
            return list;
        }
        call.spend(VALUE * (1 + list.size()));
        List<Object> copy = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            copy.add(of(list.get(i)));
        }
        return list instanceof GoSlice slice ? GoSlice.over(slice.elementType(), copy) : copy;
    }
}
