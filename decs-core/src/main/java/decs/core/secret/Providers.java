package decs.core.secret;

import decs.core.functions.Trust;
import decs.core.secret.sops.SopsKeys;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The built-in providers by scheme, and what they share. */
final class Providers {
    private Providers() {}

    static Map<String, ReferenceProvider> of(ReferenceSettings settings) {
        Path base = settings.base();
        Map<String, String> environment = settings.environment();
        Trust trust = settings.trust();
        ReferenceProvider vault = RefusedReferences.unless(trust, Trust.Power.REMOTE, new VaultReferences(environment));
        Map<String, ReferenceProvider> providers = new LinkedHashMap<>();
        providers.put("echo", new EchoReferences());
        providers.put("file", inside(settings, new FileReferences(base)));
        providers.put(
                "envsubst", RefusedReferences.unless(trust, Trust.Power.ENV, new VariableReferences(environment)));
        providers.put("exec", new ProgramReferences(base, environment, trust.allows(Trust.Power.EXEC)));
        providers.put("sops", inside(settings, new SopsReferences(base, SopsKeys.of(environment))));
        providers.put("tfstate", inside(settings, TerraformReferences.inFolder(base)));
        providers.put("vault", vault);
        providers.put("openbao", vault);
        providers.put("httpjson", RefusedReferences.unless(trust, Trust.Power.REMOTE, new HttpJsonReferences()));
        settings.more()
                .forEach((scheme, provider) ->
                        providers.put(scheme, RefusedReferences.unless(trust, Trust.Power.REMOTE, provider)));
        return providers;
    }

    /** The provider that a module has for a scheme which is not built in. */
    static Optional<ReferenceProvider> ofModule(String scheme, ReferenceSettings settings) {
        return settings.modules()
                .find(scheme)
                .map(module -> module.provider(scheme, settings.environment()))
                .map(provider -> RefusedReferences.unless(settings.trust(), Trust.Power.REMOTE, provider));
    }

    private static ReferenceProvider inside(ReferenceSettings settings, ReferenceProvider provider) {
        return new RefusedReferences(
                provider, uri -> settings.trust().check(settings.base().resolve(uri.path())));
    }

    /** A mapping out of YAML text, in go-yaml's words when it is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> mapping(String name, String text) {
        Object value = Yaml.readV3(Source.of(name, text));
        if (value == null) {
            return new ValueMap();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        String tag = value instanceof String ? "!!str" : value instanceof Iterable<?> ? "!!seq" : "";
        throw new DecsException("yaml: unmarshal errors:\n  line 1: cannot unmarshal " + tag
                + (value instanceof Iterable<?> ? "" : " `" + shortened(String.valueOf(value)) + "`")
                + " into map[string]interface {}");
    }

    private static String shortened(String text) {
        return text.length() > 10 ? text.substring(0, 7) + "..." : text;
    }

    static byte[] bytes(Path base, String path) {
        try {
            return Files.readAllBytes(base.resolve(path));
        } catch (NoSuchFileException missing) {
            throw new DecsException("open " + path + ": no such file or directory", missing);
        } catch (AccessDeniedException denied) {
            throw new DecsException("open " + path + ": permission denied", denied);
        } catch (IOException unreadable) {
            String why = Files.isDirectory(base.resolve(path)) ? "is a directory" : unreadable.getMessage();
            throw new DecsException("read " + path + ": " + why, unreadable);
        }
    }
}
