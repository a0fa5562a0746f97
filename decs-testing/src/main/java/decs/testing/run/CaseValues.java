package decs.testing.run;

import decs.helm.values.ValuesReader;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import decs.testing.suite.Suite;
import decs.testing.suite.TestCase;
import java.util.Map;

/** The values of a test: files of the suite, of the command line, of the test; then what suite and test set by path. */
record CaseValues(SuitePlace place, GivenValues given, TestOptions options) {

    ValueMap of(Suite suite, TestCase test) {
        ValueMap values = new ValueMap();
        for (String file : suite.settings().values()) {
            values = plus(values, file(file));
        }
        for (ValueMap layer : given.layers()) {
            values = plus(values, layer);
        }
        for (String file : test.settings().values()) {
            values = plus(values, file(file));
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

    private ValueMap file(String beside) {
        return GivenValues.file(place.file().resolveSibling(beside), options.folder());
    }
}
