package decs.core.secret;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ref+tfstate} and its kin: outputs and attributes in a Terraform state file: {@code PATH.tfstate/output.NAME}, {@code
 * PATH.tfstate/module.m.type.name[0].attribute}.
 */
public record TerraformReferences(States states) implements ReferenceProvider {
    private static final Pattern STEP = Pattern.compile("\\G\\.?(?:([^.\\[\\]]+)|\\[\"?'?([^\\]\"']+)\"?'?\\])");

    /** Where state files are kept. */
    @FunctionalInterface
    public interface States {
        /** The text of a state file; {@code uri} is the reference that wants it. */
        String read(String place, ReferenceUri uri);
    }

    static TerraformReferences inFolder(Path base) {
        return new TerraformReferences((place, uri) -> GoString.of(Providers.bytes(base, place)));
    }

    @Override
    public String text(ReferenceUri uri) {
        Object value = find(uri);
        boolean tree = value instanceof Map<?, ?> || value instanceof List<?>;
        return tree ? Json.write(value) : value == null ? "null" : GoFormat.print(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> document(ReferenceUri uri) {
        if (find(uri) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new DecsException("tfstate: the value of " + uri.path() + " is no map");
    }

    private Object find(ReferenceUri uri) {
        int slash = uri.path().lastIndexOf('/');
        String address = uri.path().substring(slash + 1);
        String file = slash < 0 ? "" : uri.path().substring(0, slash);
        Object state;
        try {
            state = Json.read(states.read(file, uri));
        } catch (DecsException unreadable) {
            throw new DecsException(
                    "reading tfstate for " + address + ": failed to read tfstate from " + file + ": "
                            + unreadable.getMessage(),
                    unreadable);
        }
        return follow(state, address);
    }

    private static Object follow(Object state, String address) {
        if (address.startsWith("output.")) {
            String[] parts = address.substring("output.".length()).split("(?=[.\\[])", 2);
            Object output = at(at(state, "outputs"), parts[0]);
            return attribute(at(output, "value"), parts.length == 1 ? "" : parts[1], address);
        }
        if (at(state, "resources") instanceof List<?> resources) {
            for (Object resource : resources) {
                String name = name(resource);
                if (address.startsWith(name) && isEnd(address, name.length())) {
                    return instance(resource, address.substring(name.length()), address);
                }
            }
        }
        throw new DecsException("reading tfstate for " + address + ": not found");
    }

    private static boolean isEnd(String address, int length) {
        return address.length() == length || address.charAt(length) == '.' || address.charAt(length) == '[';
    }

    private static String name(Object resource) {
        Object module = at(resource, "module");
        boolean data = "data".equals(at(resource, "mode"));
        return (module == null ? "" : module + ".") + (data ? "data." : "") + at(resource, "type") + "."
                + at(resource, "name");
    }

    private static Object instance(Object resource, String rest, String address) {
        List<?> instances = at(resource, "instances") instanceof List<?> list ? list : List.of();
        Matcher index = STEP.matcher(rest);
        for (Object instance : instances) {
            Object key = at(instance, "index_key");
            if (key == null) {
                return attribute(at(instance, "attributes"), rest, address);
            }
            if (rest.startsWith("[") && index.find(0) && GoFormat.print(key).equals(index.group(2))) {
                return attribute(at(instance, "attributes"), rest.substring(index.end()), address);
            }
        }
        throw new DecsException("reading tfstate for " + address + ": not found");
    }

    private static Object attribute(Object from, String path, String address) {
        Object at = from;
        Matcher step = STEP.matcher(path);
        int end = 0;
        while (end < path.length() && step.find(end)) {
            String key = step.group(1) != null ? step.group(1) : step.group(2);
            at = at instanceof List<?> list ? item(list, key) : at(at, key);
            end = step.end();
        }
        if (end < path.length()) {
            throw new DecsException("reading tfstate for " + address + ": cannot read " + path.substring(end));
        }
        return at;
    }

    private static Object item(List<?> list, String key) {
        boolean number = key.chars().allMatch(c -> c >= '0' && c <= '9') && key.length() < 9;
        int index = number ? Integer.parseInt(key) : -1;
        return index >= 0 && index < list.size() ? list.get(index) : null;
    }

    private static Object at(Object map, String key) {
        return map instanceof Map<?, ?> values ? values.get(key) : null;
    }
}
