package decs.core.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The structs of a helmfile spec, field by field in helmfile's own order. */
public final class SpecTypes {
    static final SpecType MISSING_FILE_CONFIG =
            new SpecType.Builder().flag("ignoreMissingGitBranch").named("state.MissingFileHandlerConfig");

    public static final SpecType HOOK = new SpecType.Builder()
            .text("name")
            .texts("events")
            .text("command")
            .textMap("kubectlApply")
            .texts("args")
            .flag("showlogs")
            .named("event.Hook");

    public static final SpecType SET_VALUE = new SpecType.Builder()
            .text("name", "value", "file")
            .anyList("values")
            .named("state.SetValue");

    public static final SpecType DEPENDENCY =
            new SpecType.Builder().text("chart", "version", "alias").named("state.Dependency");

    public static final SpecType INHERIT =
            new SpecType.Builder().text("template").texts("except").named("state.Inherit");

    public static final SpecType TRACKED =
            new SpecType.Builder().text("kind", "name", "namespace").named("state.TrackResourceSpec");

    public static final SpecType ENVIRONMENT = new SpecType.Builder()
            .values("values")
            .texts("secrets")
            .text("kubeContext", "missingFileHandler")
            .struct("missingFileHandlerConfig", MISSING_FILE_CONFIG)
            .text("mergeStrategy")
            .named("state.EnvironmentSpec");

    public static final SpecType REPOSITORY = new SpecType.Builder()
            .text("name", "url", "caFile", "certFile", "keyFile", "username", "password", "registryConfig", "managed")
            .flag("oci", "verify")
            .text("keyring")
            .flag("passCredentials", "skipTLSVerify", "plainHttp")
            .named("state.RepositorySpec");

    public static final SpecType HELM_DEFAULTS = new SpecType.Builder()
            .text("kubeContext")
            .texts("args", "diffArgs", "syncArgs", "templateArgs")
            .flag("verify")
            .text("keyring")
            .flag("enableDNS", "skipSchemaValidation", "devel", "wait")
            .whole("waitRetries")
            .flag("waitForJobs")
            .whole("timeout")
            .flag("recreatePods", "force", "atomic", "rollbackOnFailure", "cleanupOnFail", "forceConflicts")
            .whole("historyMax")
            .flag("createNamespace", "skipCRDs", "skipDeps", "skipRefresh", "reuseValues")
            .text("postRenderer")
            .texts("postRendererArgs")
            .text("cascade")
            .flag("insecureSkipTLSVerify", "plainHttp")
            .texts("suppressOutputLineRegex")
            .flag(
                    "disableAutoDetectedKubeVersionForDiff",
                    "disableValidation",
                    "disableOpenAPIValidation",
                    "deleteWait")
            .whole("deleteTimeout")
            .flag("syncReleaseLabels", "takeOwnership")
            .text("serverSide", "trackMode")
            .whole("helmStuckGrace")
            .named("state.HelmSpec");

    public static final SpecType SUB_HELMFILE = new SpecType.Builder()
            .text("path")
            .texts("selectors")
            .flag("selectorsInherited")
            .values("values")
            .texts("inherits")
            .named("struct { Path string \"yaml:\\\"path\\\"\"; Selectors []string \"yaml:\\\"selectors\\\"\";"
                    + " SelectorsInherited bool \"yaml:\\\"selectorsInherited\\\"\"; Inherits []string"
                    + " \"yaml:\\\"inherits\\\"\"; Environment state.SubhelmfileEnvironmentSpec"
                    + " \"yaml:\\\",inline\\\"\" }");

    public static final SpecType RELEASE = new SpecType.Builder()
            .text("chart", "chartPath", "directory", "version")
            .flag("verify")
            .text("keyring")
            .flag("enableDNS", "devel", "wait")
            .whole("waitRetries")
            .flag("waitForJobs")
            .whole("timeout")
            .flag("recreatePods", "force", "installed")
            .text("updateStrategy")
            .flag("atomic", "rollbackOnFailure", "cleanupOnFail", "forceConflicts")
            .whole("historyMax")
            .text("condition")
            .flag("createNamespace", "reuseValues", "disableOpenAPIValidation", "disableValidation")
            .flag("disableValidationOnInstall")
            .text("missingFileHandler")
            .struct("missingFileHandlerConfig", MISSING_FILE_CONFIG)
            .texts("needs")
            .structs("hooks", HOOK)
            .texts("unitTests")
            .text("name", "description", "namespace")
            .textMap("labels")
            .mapsOrPaths("values", "secrets")
            .structs("set", SET_VALUE)
            .structs("setString", SET_VALUE)
            .mapsOrPaths("valuesTemplate")
            .structs("setTemplate", SET_VALUE)
            .texts("apiVersions")
            .text("kubeVersion")
            .structs("env", SET_VALUE)
            .text("valuesPathPrefix", "kubeContext")
            .flag("insecureSkipTLSVerify", "plainHttp")
            .text("verifyTemplate", "waitTemplate", "installedTemplate", "conditionTemplate")
            .structs("dependencies", DEPENDENCY)
            .mapsOrPaths("jsonPatches", "strategicMergePatches", "transformers")
            .texts("adopt")
            .flag("forceGoGetter")
            .text("forceNamespace")
            .flag("skipDeps", "skipRefresh")
            .text("postRenderer")
            .flag("skipSchemaValidation")
            .texts("postRendererArgs")
            .text("cascade")
            .texts("suppressOutputLineRegex")
            .flag("disableAutoDetectedKubeVersionForDiff")
            .structs("inherit", INHERIT)
            .flag("suppressDiff", "deleteWait")
            .whole("deleteTimeout")
            .flag("syncReleaseLabels", "takeOwnership")
            .text("serverSide", "trackMode")
            .whole("trackTimeout")
            .flag("trackLogs", "trackFailedLogs")
            .whole("helmStuckGrace")
            .texts("trackKinds", "skipKinds")
            .structs("trackResources", TRACKED)
            .decimal("kubedogQPS")
            .whole("kubedogBurst")
            .flag("trackFailOnError")
            .named("state.ReleaseSpec");

    /** An entry of {@code templates}: a release without its own place. */
    static final SpecType TEMPLATE = new SpecType("state.TemplateSpec", RELEASE.fields());

    static final SpecType LLM = new SpecType.Builder()
            .text("baseURL", "apiKey", "model")
            .any("timeout", "maxTokens")
            .named("llm.Config");

    /** {@code filepath} and {@code renderedvalues} are what {@code build} adds: its output can be read again. */
    public static final SpecType HELMFILE = new SpecType.Builder()
            .text("filepath")
            .text("helmBinary", "kustomizeBinary")
            .values("values")
            .structMap("environments", ENVIRONMENT)
            .texts("bases")
            .struct("helmDefaults", HELM_DEFAULTS)
            .structs("helmfiles", SUB_HELMFILE)
            .text("kubeContext", "namespace", "chart")
            .structs("repositories", REPOSITORY)
            .textMap("commonLabels")
            .structs("releases", RELEASE)
            .texts("apiVersions")
            .text("kubeVersion")
            .structs("hooks", HOOK)
            .structMap("templates", TEMPLATE)
            .textOrTexts("defaultInherit")
            .text("missingFileHandler")
            .struct("missingFileHandlerConfig", MISSING_FILE_CONFIG)
            .text("lockFilePath")
            .struct("llm", LLM)
            .any("renderedvalues")
            .named("state.helmStateAlias");

    /** Fields that came after helmfile 0.147. */
    private static final Set<String> LATER = Set.of(
            "kustomizeBinary",
            "defaultInherit",
            "missingFileHandlerConfig",
            "lockFilePath",
            "llm",
            "mergeStrategy",
            "inherits",
            "registryConfig",
            "plainHttp",
            "keyring",
            "enableDNS",
            "waitRetries",
            "rollbackOnFailure",
            "forceConflicts",
            "updateStrategy",
            "reuseValues",
            "unitTests",
            "description",
            "setString",
            "insecureSkipTLSVerify",
            "conditionTemplate",
            "skipRefresh",
            "postRenderer",
            "skipSchemaValidation",
            "postRendererArgs",
            "cascade",
            "suppressOutputLineRegex",
            "disableAutoDetectedKubeVersionForDiff",
            "inherit",
            "suppressDiff",
            "deleteWait",
            "deleteTimeout",
            "syncReleaseLabels",
            "takeOwnership",
            "serverSide",
            "trackMode",
            "trackTimeout",
            "trackLogs",
            "trackFailedLogs",
            "helmStuckGrace",
            "trackKinds",
            "skipKinds",
            "trackResources",
            "kubedogQPS",
            "kubedogBurst",
            "trackFailOnError",
            "diffArgs",
            "syncArgs",
            "templateArgs",
            "skipCRDs");

    private static final SpecType RELEASE_V0 = RELEASE.without(LATER)
            .plus(
                    "state.ReleaseSpec",
                    new SpecType.Builder()
                            .text("tillerNamespace", "tillerlessTemplate", "tlsCACert", "tlsKey", "tlsCert")
                            .flag("tillerless", "tls")
                            .named("")
                            .fields());

    /** What helmfile 0.x knows beyond 1.x: Helm 2's fields, {@code charts}, {@code context}. */
    public static final SpecType HELMFILE_V0 = v0();

    private SpecTypes() {}

    private static SpecType v0() {
        SpecType defaults = HELM_DEFAULTS
                .without(LATER)
                .plus(
                        "state.HelmSpec",
                        new SpecType.Builder()
                                .text("tillerNamespace", "tlsCACert", "tlsKey", "tlsCert")
                                .flag("tillerless", "tls")
                                .named("")
                                .fields());
        Set<String> later = new HashSet<>(LATER);
        later.add("verify");
        SpecType repository = REPOSITORY.without(later);
        SpecType environment = ENVIRONMENT.without(LATER);
        SpecType nested = SUB_HELMFILE.without(LATER);
        List<SpecField> fields = HELMFILE.without(LATER).fields().stream()
                .map(field -> switch (field.name()) {
                    case "environments" -> new SpecField("environments", new FieldType.StructMap(environment));
                    case "repositories" -> new SpecField("repositories", new FieldType.Structs(repository));
                    case "helmfiles" -> new SpecField("helmfiles", new FieldType.Structs(nested));
                    case "helmDefaults" -> new SpecField("helmDefaults", new FieldType.Struct(defaults));
                    case "releases" -> new SpecField("releases", new FieldType.Structs(RELEASE_V0));
                    case "templates" -> new SpecField("templates", new FieldType.StructMap(RELEASE_V0));
                    default -> field;
                })
                .toList();
        return new SpecType("state.HelmState", fields)
                .plus(
                        "state.HelmState",
                        new SpecType.Builder()
                                .structs("charts", RELEASE_V0)
                                .text("context")
                                .named("")
                                .fields());
    }
}
