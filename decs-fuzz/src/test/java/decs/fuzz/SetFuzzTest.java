package decs.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.value.SetExpression;
import decs.template.value.ValueMap;

/** The grammar of {@code --set} and its kin. */
class SetFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void anyAssignmentIsMadeOrRefused(byte[] data) {
        String text = GoString.of(data);
        try {
            ValueMap values = new ValueMap();
            SetExpression.set(text, values);
            SetExpression.setString(text, values);
            SetExpression.setLiteral(text, values);
        } catch (DecsException refused) {
            assertNotNull(refused.getMessage());
        }
    }
}
