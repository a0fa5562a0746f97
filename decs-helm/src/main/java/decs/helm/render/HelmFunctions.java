package decs.helm.render;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.STRING;

import decs.helm.chart.HelmVersion;
import decs.template.exec.IncludeFunctions;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.source.DecsException;
import decs.template.sprig.HelmEncodings;
import decs.template.sprig.Sprig;
import decs.template.value.Merge;
import java.util.List;

/**
 * The functions that chart templates may use. The tables are the same for all renders, so that compiled templates can be
 * shared; what differs between renders is an {@link Attachment}.
 *
 * <p>Mirrors: engine.funcMap, engine.initFunMap
 */
final class HelmFunctions {
    /** What stands around a message of {@code required} or {@code fail} on its way through nested errors. */
    static final String MESSAGE_START = "HELM_ERR_START";

    static final String MESSAGE_END = "HELM_ERR_END";

    private static final FunctionTable HELM3 = Sprig.functions()
            .without("env", "expandenv")
            .plus(HelmEncodings.common())
            .plus(IncludeFunctions.helm())
            .plus(own());

    private static final FunctionTable HELM4 = HELM3.plus(HelmEncodings.helm4());

    private HelmFunctions() {}

    /** What the functions of one render need to know. */
    record Attachment(Lookup lookup, boolean lint) {}

    static FunctionTable table(HelmVersion version) {
        return version == HelmVersion.V3 ? HELM3 : HELM4;
    }

    private static FunctionTable own() {
        return FunctionTable.builder()
                .calling("required", List.of(STRING, ANY), HelmFunctions::required)
                .calling("fail", List.of(STRING), HelmFunctions::fail)
                .calling("lookup", List.of(STRING, STRING, STRING, STRING), HelmFunctions::lookup)
                .build();
    }

    private static Object required(FunctionCall call, Object[] args) {
        if (args[1] != null && !"".equals(args[1])) {
            return args[1];
        }
        return refuse(call, (String) args[0]);
    }

    private static Object fail(FunctionCall call, Object[] args) {
        return refuse(call, (String) args[0]);
    }

    private static Object refuse(FunctionCall call, String message) {
        if (attachment(call).lint()) {
            return "";
        }
        throw new FunctionException(MESSAGE_START + message + MESSAGE_END);
    }

    private static Object lookup(FunctionCall call, Object[] args) {
        Attachment attachment = attachment(call);
        Lookup lookup = attachment.lint() ? Lookup.NONE : attachment.lookup();
        try {
            return Merge.copy(lookup.find((String) args[0], (String) args[1], (String) args[2], (String) args[3]));
        } catch (DecsException failed) {
            throw new FunctionException(failed.getMessage(), failed);
        }
    }

    private static Attachment attachment(FunctionCall call) {
        return (Attachment) call.attachment();
    }
}
