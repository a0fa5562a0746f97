package decs.testing.run;

import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The values that a caller gives for all tests, read once: those of files, then trees, each laid over those before. */
record GivenValues(List<ValueMap> layers) {

    /** @throws DecsException for a file that cannot be read */
    static GivenValues of(TestOptions options) {
        List<ValueMap> layers = new ArrayList<>();
        for (Path file : FilePatterns.find(options.folder(), options.values())) {
            layers.add(file(file, options.folder()));
        }
        options.trees().forEach(tree -> layers.add(Merge.deep(Map.of(), tree)));
        return new GivenValues(layers);
    }

    /** The values of one file, called by its path from {@code folder} on. */
    static ValueMap file(Path file, Path folder) {
        try {
            Object tree = Yaml.readV3(Source.of(file.toString(), Files.readString(file)));
            return tree instanceof ValueMap map ? map : new ValueMap();
        } catch (IOException missing) {
            throw new DecsException("open " + folder.relativize(file) + ": no such file or directory", missing);
        }
    }

    /** All of them over {@code values}. */
    Map<String, Object> over(Map<String, Object> values) {
        Map<String, Object> sum = values;
        for (ValueMap layer : layers) {
            sum = Merge.deep(sum, layer);
        }
        return sum;
    }
}
