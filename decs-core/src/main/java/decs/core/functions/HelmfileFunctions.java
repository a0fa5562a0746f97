package decs.core.functions;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.LIST;
import static decs.template.language.GoKind.MAP;
import static decs.template.language.GoKind.STRING;

import decs.core.spec.TextKeys;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import decs.template.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that helmfile lays over Sprig's: files, programs, environment variables, dotted paths, YAML, secret
 * references. {@code tpl} and {@code include} come from the engine.
 */
public final class HelmfileFunctions {
    private HelmfileFunctions() {}

    /** helmfile's own functions, working where {@code scope} says. */
    public static FunctionTable table(FunctionScope scope) {
        FunctionTable.Builder table = FunctionTable.builder();
        if (!scope.trust().allows(Trust.Power.ENV)) {
            table.of("expandenv", STRING, text -> variable(scope, "in " + text));
        }
        return table.of("toYaml", ANY, Yaml::writeV3)
                .of("fromYaml", STRING, text -> fromYaml(scope, (String) text))
                .of("required", STRING, ANY, (message, value) -> required((String) message, value))
                .of("env", STRING, name -> variable(scope, (String) name))
                .of("requiredEnv", STRING, name -> requiredEnv(scope, (String) name))
                .variadic("exec", List.of(STRING, LIST, STRING), args -> exec(scope, Map.of(), args))
                .variadic("envExec", List.of(MAP, STRING, LIST, STRING), args -> envExec(scope, args))
                .of("fetchSecretValue", STRING, text -> secretText(scope, text))
                .of("expandSecretRefs", MAP, map -> references(scope, map))
                .build()
                .plus(PathFunctions.table(scope.generation()))
                .plus(FileFunctions.table(scope));
    }

    static FunctionException refused() {
        return new FunctionException("HELMFILE_DISABLE_INSECURE_FEATURES or "
                + "HELMFILE_DISABLE_INSECURE_TEMPLATE_FUNCTIONS is active, insecure function calls are disabled");
    }

    private static Object fromYaml(FunctionScope scope, String text) {
        boolean onlyMaps = scope.generation() == FunctionScope.Generation.V0;
        Source source = Source.of("fromYaml", text);
        try {
            Object tree = Yaml.readV3(source);
            YamlNode.documents(source).forEachRemaining(node -> TextKeys.check(node, onlyMaps));
            if (onlyMaps && tree instanceof List) {
                throw new DecsException(
                        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!seq into" + " map[string]interface {}");
            }
            return tree == null && onlyMaps ? new ValueMap() : tree;
        } catch (DecsException bad) {
            throw new FunctionException(bad.getMessage() + ", offending yaml: " + text, bad);
        }
    }

    private static Object required(String message, Object value) {
        if (value == null || value.equals("")) {
            throw new FunctionException(message);
        }
        return value;
    }

    private static String variable(FunctionScope scope, String name) {
        check(scope, Trust.Power.ENV, "reading the variable " + name);
        return scope.environment().getOrDefault(name, "");
    }

    private static void check(FunctionScope scope, Trust.Power power, String what) {
        try {
            scope.trust().check(power, what);
        } catch (DecsException refused) {
            throw new FunctionException(refused.getMessage(), refused);
        }
    }

    private static Object requiredEnv(FunctionScope scope, String name) {
        String value = variable(scope, name);
        if (value.isEmpty()) {
            throw new FunctionException("required env var `" + name + "` is not set");
        }
        return value;
    }

    private static Object envExec(FunctionScope scope, Object[] args) {
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<?, ?>) args[0]).forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw new FunctionException("unexpected type of arg \"" + GoTypes.typeName(value) + "\" in env "
                        + args[0] + " at key " + name);
            }
            environment.put(String.valueOf(name), text);
        });
        Object[] rest = new Object[args.length - 1];
        System.arraycopy(args, 1, rest, 0, rest.length);
        return exec(scope, environment, rest);
    }

    private static Object exec(FunctionScope scope, Map<String, String> environment, Object[] args) {
        switch (scope.trust().calls()) {
            case FAIL -> throw refused();
            case EMPTY -> {
                return "";
            }
            case WORK -> check(scope, Trust.Power.EXEC, "exec " + args[0]);
        }
        List<?> words = (List<?>) args[1];
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!(words.get(i) instanceof String word)) {
                throw new FunctionException("unexpected type of arg \"" + GoTypes.typeName(words.get(i)) + "\" in args "
                        + words + " at index " + i);
            }
            arguments.add(word);
        }
        Optional<String> input = args.length > 2 ? Optional.of((String) args[2]) : Optional.empty();
        try {
            return new Program((String) args[0], arguments, scope.base(), environment).run(input);
        } catch (DecsException failure) {
            throw new FunctionException(failure.getMessage(), failure);
        }
    }

    private static Object secretText(FunctionScope scope, Object text) {
        Object value = references(scope, text);
        if (!(value instanceof String)) {
            throw new FunctionException("expected " + GoFormat.print(value) + " to be string");
        }
        return value;
    }

    private static Object references(FunctionScope scope, Object value) {
        try {
            return scope.references().apply(value);
        } catch (DecsException failure) {
            throw new FunctionException(failure.getMessage(), failure);
        }
    }
}
