package decs.helm.render;

import decs.helm.chart.HelmVersion;
import decs.helm.values.ValuePath;
import decs.template.gofmt.GoFormat;
import decs.template.language.FunctionException;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A map under Helm's own type {@code Values}: it has methods, and changes to it are changes to the plain map inside.
 *
 * <p>Mirrors: chartutil.Values (v3), common.Values (v4)
 */
final class NamedMap extends AbstractMap<String, Object> implements TemplateObject {
    private final ValueMap entries;
    private final String goType;

    NamedMap(ValueMap entries, HelmVersion version) {
        this.entries = entries;
        this.goType = goPackage(version) + ".Values";
    }

    /** The Go package that holds values and capabilities. */
    static String goPackage(HelmVersion version) {
        return version == HelmVersion.V3 ? "chartutil" : "common";
    }

    @Override
    public Object get(Object key) {
        return entries.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public Object put(String key, Object value) {
        return entries.put(key, value);
    }

    @Override
    public Object remove(Object key) {
        return entries.remove(key);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public String goType() {
        return goType;
    }

    @Override
    public Map<String, Object> plainMap() {
        return entries;
    }

    @Override
    public Object jsonValue() {
        return entries;
    }

    @Override
    public String goString() {
        return GoFormat.value(entries);
    }

    @Override
    public Optional<Member> member(String name) {
        return switch (name) {
            case "AsMap" -> method(name, List.of(), args -> entries);
            case "YAML" -> method(name, List.of(), args -> Yaml.write(entries));
            case "Table" -> method(name, List.of(GoKind.STRING), args -> table((String) args[0]));
            case "PathValue" -> method(name, List.of(GoKind.STRING), args -> value((String) args[0]));
            case "Encode" -> method(name, List.of(GoKind.ANY), args -> encode(args[0]));
            default -> Optional.empty();
        };
    }

    private static Optional<Member> method(String name, List<GoKind> kinds, TemplateFunction.BodyN body) {
        return Optional.of(new Member.Method(new TemplateFunction(name, kinds, false, body)));
    }

    private Object table(String path) {
        try {
            Map<String, Object> table = ValuePath.table(entries, path);
            return table instanceof ValueMap plain ? new NamedMap(plain, goType) : table;
        } catch (DecsException none) {
            throw new FunctionException(none.getMessage());
        }
    }

    private Object value(String path) {
        try {
            return ValuePath.value(entries, path);
        } catch (DecsException none) {
            throw new FunctionException(none.getMessage());
        }
    }

    private static Object encode(Object writer) {
        throw new FunctionException("can't handle " + GoFormat.value(writer) + " for arg of type io.Writer");
    }

    private NamedMap(ValueMap entries, String goType) {
        this.entries = entries;
        this.goType = goType;
    }

    @Override
    public boolean equals(Object other) {
        return entries.equals(other);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
