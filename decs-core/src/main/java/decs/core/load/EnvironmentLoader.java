package decs.core.load;

import decs.core.environment.Environment;
import decs.core.environment.LayerMerge;
import decs.core.hcl.HclValues;
import decs.core.spec.Fields;
import decs.core.spec.SpecMerge;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loads the values and secrets of an environment, and a state's top-level values. */
final class EnvironmentLoader {
    private final LoadRequest request;
    private final ValuesFiles files;
    private final Compat compat;

    EnvironmentLoader(LoadRequest request, ValuesFiles files, Compat compat) {
        this.request = request;
        this.files = files;
        this.compat = compat;
    }

    /** Where values are read from: the file, for messages, its folder, and how the templates among them see the state. */
    record Place(StateFile file, Environment known) {
        Path folder() {
            return file.folder();
        }
    }

    /** The values of an environment's spec: its list of values, then its secrets over them. */
    ValueMap environment(Fields spec, String name, Place place) {
        String strategy = spec.text("mergeStrategy");
        if (!List.of("", "override", "fallback").contains(strategy)) {
            throw new DecsException("environment \"" + name + "\": invalid mergeStrategy \"" + strategy
                    + "\" (must be \"override\" or \"fallback\")");
        }
        ValueMap values =
                list(spec.list("values"), spec.text("missingFileHandler"), strategy.equals("fallback"), place);
        for (Object secret : spec.list("secrets")) {
            String path = String.valueOf(secret);
            List<Path> found = ValuesFiles.find(place.folder(), path, files.remote());
            if (found.isEmpty()) {
                String kind = compat == Compat.V0 ? "environment values" : "environment secrets";
                skip(ValuesFiles.missing(
                        kind,
                        spec.text("missingFileHandler"),
                        path,
                        ".",
                        place.file().name()));
            }
            for (Path file : found) {
                values = over(values, ValuesFiles.map(path, request.decrypt().apply(file)));
            }
        }
        return values;
    }

    /** A list of values entries, merged in order. */
    ValueMap list(List<Object> entries, String handler, boolean fallback, Place place) {
        ValueMap sum = new ValueMap();
        List<Source> hcl = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> map) {
                sum = add(sum, cast(map), fallback);
            } else if (entry instanceof String path) {
                List<Path> found = ValuesFiles.find(place.folder(), path, files.remote());
                if (found.isEmpty()) {
                    skip(ValuesFiles.missing(
                            "environment values",
                            handler,
                            path,
                            ".",
                            place.file().name()));
                }
                for (Path file : found) {
                    if (compat != Compat.V0 && path.endsWith(".hcl")) {
                        hcl.add(Source.of(path, ValuesFiles.read(file)));
                        continue;
                    }
                    sum = add(sum, file(file, path, fallback ? sum : new ValueMap(), place), fallback);
                }
            } else if (entry != null) {
                throw new DecsException("unexpected type of values entry: " + entry);
            }
        }
        return hcl.isEmpty() ? sum : add(sum, hcl(hcl, place), fallback);
    }

    private static ValueMap hcl(List<Source> files, Place place) {
        try {
            return HclValues.of(files);
        } catch (DecsException failure) {
            throw LoadFailure.in("failed to read " + place.file().name() + ": ", failure);
        }
    }

    private void skip(java.util.Optional<String> line) {
        line.ifPresent(request.notices());
    }

    private ValueMap file(Path file, String shown, ValueMap earlier, Place place) {
        Environment known = place.known();
        if (!earlier.isEmpty()) {
            known = known.withValues(LayerMerge.layers(known.values(), earlier, LayerMerge.Arrays.SPARSE));
        }
        TemplateData data =
                compat == Compat.V0 ? TemplateData.ofState(known, "", new ValueMap()) : TemplateData.ofState(known, "");
        try {
            return files.map(file, data, shown);
        } catch (DecsException failure) {
            throw LoadFailure.in("failed to load environment values file \"" + shown + "\": ", failure);
        }
    }

    private ValueMap add(ValueMap sum, ValueMap map, boolean fallback) {
        return fallback ? LayerMerge.layers(map, sum, LayerMerge.Arrays.REPLACE) : over(sum, map);
    }

    private ValueMap over(ValueMap base, ValueMap map) {
        return compat == Compat.V0 ? LayerMerge.v0(base, map) : Merge.deep(base, map);
    }

    @SuppressWarnings("unchecked")
    private static ValueMap cast(Map<?, ?> map) {
        return map instanceof ValueMap values ? values : new ValueMap((Map<String, ?>) map);
    }

    /** Whether nothing at all is known of a value layer. */
    static boolean isEmpty(ValueMap map) {
        return SpecMerge.isZero(map);
    }
}
