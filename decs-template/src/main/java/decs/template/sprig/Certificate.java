package decs.template.sprig;

import decs.template.language.TemplateObject;
import decs.template.value.ValueMap;
import java.util.Optional;

/** What Sprig's certificate functions return: a certificate and its private key, both PEM. */
record Certificate(String cert, String key) implements TemplateObject {
    @Override
    public String goType() {
        return "sprig.certificate";
    }

    @Override
    public Optional<Member> member(String name) {
        return switch (name) {
            case "Cert" -> Optional.of(new Member.Field(cert));
            case "Key" -> Optional.of(new Member.Field(key));
            default -> Optional.empty();
        };
    }

    @Override
    public String goString() {
        return "{" + cert + " " + key + "}";
    }

    @Override
    public Object jsonValue() {
        ValueMap map = new ValueMap();
        map.put("Cert", cert);
        map.put("Key", key);
        return map;
    }

    @Override
    public Object yamlValue() {
        ValueMap map = new ValueMap();
        map.put("cert", cert);
        map.put("key", key);
        return map;
    }
}
