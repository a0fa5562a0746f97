package decs.core.secret.sops;

import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.util.List;
import java.util.Map;

/** JSON: one object; written anew with tabs, as SOPS does. */
final class JsonLayout implements SopsLayout {
    @Override
    @SuppressWarnings("unchecked")
    public List<ValueMap> read(String text) {
        if (Json.read(text) instanceof Map<?, ?> map) {
            return List.of(new ValueMap((Map<String, Object>) map));
        }
        throw new DecsException("sops: the JSON file is no object");
    }

    @Override
    public String write(String text, List<ValueMap> plain, SopsTree tree) {
        return Json.writeIndented(plain.get(0), "\t") + "\n";
    }
}
