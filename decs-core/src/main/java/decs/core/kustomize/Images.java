package decs.core.kustomize;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule of {@code images}: which image, and what becomes of its name, tag and digest.
 *
 * @param name the image without tag and digest
 */
record Images(
        String name,
        Optional<String> newName,
        Optional<String> newTag,
        Optional<String> tagSuffix,
        Optional<String> digest) {
    static Images read(Map<String, Object> spec) {
        return new Images(
                Tree.text(spec, "name").orElse(""),
                Tree.text(spec, "newName"),
                Tree.text(spec, "newTag"),
                Tree.text(spec, "tagSuffix"),
                Tree.text(spec, "digest"));
    }

    /** Changes the images of all containers anywhere, then those at {@code places}: some twice, which a suffix shows. */
    void apply(Resource resource, List<FieldPath> places) {
        if (!resource.kind().equals("CustomResourceDefinition")) {
            containers(resource.tree());
        }
        places.forEach(place -> place.visit(resource, this::change));
    }

    private void containers(Object at) {
        if (at instanceof List<?> list) {
            list.forEach(this::containers);
        } else if (at instanceof Map) {
            Tree.map(at).forEach((key, value) -> {
                if (key.equals("containers") || key.equals("initContainers")) {
                    Tree.maps(value).stream()
                            .filter(c -> c.containsKey("image"))
                            .forEach(c -> change(c, "image"));
                } else {
                    containers(value);
                }
            });
        }
    }

    private void change(Map<String, Object> map, String key) {
        Tree.text(map, key).ifPresent(image -> {
            String changed = changed(image);
            if (!changed.equals(image)) {
                map.put(key, Leaf.text(changed));
            }
        });
    }

    /** {@code image} after the rule; the same when the rule is about another. */
    String changed(String image) {
        int at = image.indexOf('@');
        String rest = at < 0 ? image : image.substring(0, at);
        String oldDigest = at < 0 ? "" : image.substring(at);
        int slash = rest.lastIndexOf('/');
        int colon = rest.indexOf(':', slash + 1);
        String path = colon < 0 ? rest : rest.substring(0, colon);
        String tag = colon < 0 ? "" : rest.substring(colon);
        if (!path.equals(name)) {
            return image;
        }
        String changed = newName.orElse(path);
        if (newTag.isPresent() && digest.isPresent()) {
            return changed + ":" + newTag.get() + "@" + digest.get();
        }
        if (newTag.isPresent()) {
            return changed + ":" + newTag.get();
        }
        if (digest.isPresent()) {
            return changed + "@" + digest.get();
        }
        if (tagSuffix.isPresent()) {
            return changed + (tag.isEmpty() ? ":" : tag) + tagSuffix.get();
        }
        return changed + tag + oldDigest;
    }
}
