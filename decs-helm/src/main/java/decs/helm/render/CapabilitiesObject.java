package decs.helm.render;

import decs.helm.chart.HelmVersion;

/** Makes {@code .Capabilities}. */
final class CapabilitiesObject {
    private static final String GO_VERSION = "go1.26.8";

    private CapabilitiesObject() {}

    static StructObject of(Capabilities capabilities, HelmVersion version) {
        String goPackage = NamedMap.goPackage(version);
        return StructObject.of("*" + goPackage + ".Capabilities")
                .field("KubeVersion", "KubeVersion", kube(capabilities.kubeVersion(), version))
                .field(
                        "APIVersions",
                        "APIVersions",
                        new VersionSet(capabilities.apiVersions(), goPackage + ".VersionSet"))
                .field("HelmVersion", "HelmVersion", helm(version))
                .build();
    }

    private static StructObject kube(KubeVersion kube, HelmVersion version) {
        StructObject.Builder object = StructObject.of(NamedMap.goPackage(version) + ".KubeVersion")
                .field("Version", "Version", kube.version());
        if (version == HelmVersion.V4) {
            object.hidden("normalizedVersion", kube.normalized());
        }
        return object.field("Major", "Major", kube.major())
                .field("Minor", "Minor", kube.minor())
                .method("String", kube.normalized())
                .method("GitVersion", kube.version())
                .printedAs(kube.normalized())
                .build();
    }

    private static StructObject helm(HelmVersion version) {
        StructObject.Builder object = StructObject.of("version.BuildInfo")
                .optional("Version", "version", version == HelmVersion.V3 ? "v3.22.0" : "v4.3.1")
                .optional("GitCommit", "git_commit", "")
                .optional("GitTreeState", "git_tree_state", "")
                .optional("GoVersion", "go_version", GO_VERSION);
        if (version == HelmVersion.V4) {
            object.field("KubeClientVersion", "kube_client_version", "v1.37");
        }
        return object.build();
    }
}
