package decs.helm.render;

import decs.helm.chart.ChartFile;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code .Files}: path to bytes, with methods. A path that is not there has no bytes.
 *
 * <p>Mirrors: engine.files
 */
final class ChartFiles extends AbstractMap<String, Object> implements TemplateObject {
    private static final byte[] NOTHING = new byte[0];

    private final Map<String, Object> bytes;

    private ChartFiles(Map<String, Object> bytes) {
        this.bytes = bytes;
    }

    static ChartFiles of(List<ChartFile> files) {
        Map<String, Object> bytes = new LinkedHashMap<>();
        files.forEach(file -> bytes.put(file.name(), file.data()));
        return new ChartFiles(bytes);
    }

    /** The bytes of a file; no bytes, Go's zero value, for a path that is not there. */
    @Override
    public Object get(Object path) {
        return bytes.getOrDefault(path, NOTHING);
    }

    @Override
    public boolean containsKey(Object path) {
        return bytes.containsKey(path);
    }

    @Override
    public int size() {
        return bytes.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return bytes.entrySet();
    }

    @Override
    public String goType() {
        return "engine.files";
    }

    @Override
    public Object jsonValue() {
        return bytes;
    }

    @Override
    public String goString() {
        return GoFormat.value(bytes);
    }

    @Override
    public Optional<Member> member(String name) {
        return switch (name) {
            case "Get" -> method(name, this::text);
            case "GetBytes" -> method(name, this::get);
            case "Glob" -> method(name, pattern -> glob((String) pattern));
            case "Lines" -> method(name, this::lines);
            case "AsConfig" -> method(name, this::asConfig);
            case "AsSecrets" -> method(name, this::asSecrets);
            default -> Optional.empty();
        };
    }

    private static Optional<Member> method(String name, TemplateFunction.Body1 body) {
        return Optional.of(new Member.Method(new TemplateFunction(name, List.of(GoKind.STRING), false, body)));
    }

    private static Optional<Member> method(String name, TemplateFunction.Body0 body) {
        return Optional.of(new Member.Method(new TemplateFunction(name, List.of(), false, body)));
    }

    private String text(Object path) {
        return GoString.of((byte[]) get(path));
    }

    private ChartFiles glob(String pattern) {
        Pattern glob = FileGlob.compile(pattern);
        Map<String, Object> found = new LinkedHashMap<>();
        bytes.forEach((path, data) -> {
            if (glob.matcher(path).matches()) {
                found.put(path, data);
            }
        });
        return new ChartFiles(found);
    }

    private GoSlice lines(Object path) {
        String text = text(path);
        if (text.isEmpty()) {
            return GoSlice.strings(List.of());
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return GoSlice.strings(List.of(body.split("\n", -1)));
    }

    private String asConfig() {
        ValueMap config = new ValueMap();
        sortedPaths().forEach(path -> config.put(baseName(path), text(path)));
        return yaml(config);
    }

    private String asSecrets() {
        ValueMap secrets = new ValueMap();
        sortedPaths()
                .forEach(path -> secrets.put(baseName(path), Base64.getEncoder().encodeToString((byte[]) get(path))));
        return yaml(secrets);
    }

    private List<String> sortedPaths() {
        List<String> paths = new ArrayList<>(bytes.keySet());
        paths.sort(GoString::compareBytes);
        return paths;
    }

    private static String yaml(ValueMap map) {
        String text = Yaml.write(map);
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
