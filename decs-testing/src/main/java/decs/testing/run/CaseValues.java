package decs.testing.run;

import decs.helm.values.ValuesReader;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import decs.testing.suite.Suite;
import decs.testing.suite.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The values of a test: files of the suite, of the command line, of the test; then what suite and test set by path. */
record CaseValues(SuitePlace place, TestOptions options) {

    ValueMap of(Suite suite, TestCase test) {
        ValueMap values = new ValueMap();
        for (String file : suite.settings().values()) {
            values = plus(values, file(place.file().resolveSibling(file)));
        }
        for (Path file : FilePatterns.find(options.folder(), options.values())) {
            values = plus(values, file(file));
        }
        for (Map<String, Object> tree : options.trees()) {
            values = plus(values, Merge.deep(Map.of(), tree));
        }
        for (String file : test.settings().values()) {
            values = plus(values, file(place.file().resolveSibling(file)));
        }
        values = set(values, suite.settings().set());
        values = set(values, test.settings().set());
        return ValuesReader.read(Source.of("values", Yaml.writeV3(values)), options.version());
    }

    private ValueMap plus(ValueMap values, ValueMap more) {
        return Merge.deep(values, place.scoped(more));
    }

    private ValueMap set(ValueMap values, Map<String, Object> assignments) {
        ValueMap sum = values;
        for (Map.Entry<String, Object> each : assignments.entrySet()) {
            sum = plus(sum, ValuePath.of(each.getKey()).tree(each.getValue()));
        }
        return sum;
    }

    private ValueMap file(Path file) {
        try {
            Object tree = Yaml.readV3(Source.of(file.toString(), Files.readString(file)));
            return tree instanceof ValueMap map ? map : new ValueMap();
        } catch (IOException missing) {
            throw new DecsException(
                    "open " + options.folder().relativize(file) + ": no such file or directory", missing);
        }
    }
}
