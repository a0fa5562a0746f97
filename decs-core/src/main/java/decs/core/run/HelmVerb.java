package decs.core.run;

import java.util.List;
import java.util.Optional;

/** The verbs of helm that flags are handed to, with the flags that each knows. */
enum HelmVerb {
    TEMPLATE(Names.RELEASES, Names.RELEASES_VALUED),
    SYNC(Names.RELEASES, Names.RELEASES_VALUED),
    DIFF(Names.RELEASES, Names.RELEASES_VALUED),
    LINT(
            "--quiet --strict --with-subcharts --skip-schema-validation",
            "--values -f --set --set-string --set-json --set-file --set-literal --kube-version"),
    LIST(
            "--all -a --all-namespaces -A --date -d --deployed --failed --no-headers --pending --reverse -r --short -q"
                    + " --superseded --uninstalled --uninstalling",
            "--filter -f --max -m --offset --output -o --selector -l --time-format"),
    STATUS("--show-desc --show-resources", "--output -o --revision"),
    TEST("--logs --hide-notes", "--filter --timeout"),
    UNITTEST(
            "--debugPlugin -d --failfast -q --skip-schema-validation --strict --update-snapshot -u --with-subchart -s",
            "--chart-tests-path --file -f --output-file -o --output-type -t --values -v");

    private static final String GLOBAL = "--debug --kube-insecure-skip-tls-verify --no-color --color";
    private static final String GLOBAL_VALUED =
            "--namespace -n --kube-context --kubeconfig --kube-token --kube-apiserver --kube-as-user --kube-as-group"
                    + " --kube-ca-file --kube-tls-server-name --registry-config --repository-config"
                    + " --repository-cache --content-cache --burst-limit --qps";

    private final String plain;
    private final String valued;

    HelmVerb(String plain, String valued) {
        this.plain = plain;
        this.valued = valued;
    }

    /** Whether a flag takes a value; nothing when the verb does not know it. */
    Optional<Boolean> takesValue(String flag) {
        if (named(flag, plain) || named(flag, GLOBAL)) {
            return Optional.of(false);
        }
        return named(flag, valued) || named(flag, GLOBAL_VALUED) ? Optional.of(true) : Optional.empty();
    }

    private static boolean named(String flag, String names) {
        return List.of(names.split(" ")).contains(flag);
    }

    /** The flags of everything that renders a release; helm-diff's own are among them. */
    private static final class Names {
        static final String RELEASES =
                "--wait --wait-for-jobs --atomic --rollback-on-failure --cleanup-on-fail --force --skip-crds"
                        + " --take-ownership --skip-schema-validation --disable-openapi-validation --enable-dns --devel"
                        + " --verify --dry-run --validate --is-upgrade --include-crds --skip-tests --no-hooks"
                        + " --force-replace --force-conflicts --create-namespace --dependency-update --hide-notes"
                        + " --hide-secret --render-subchart-notes --reset-values --reuse-values"
                        + " --reset-then-reuse-values --install -i --replace --release-name --generate-name -g"
                        + " --insecure-skip-tls-verify --plain-http --pass-credentials --disable-validation --logs"
                        + " --cleanup --keep-history --skip-refresh --three-way-merge --normalize-manifests"
                        + " --suppress-secrets --show-secrets --show-secrets-decoded --include-tests"
                        + " --strip-trailing-cr --detailed-exitcode --allow-unreleased";
        static final String RELEASES_VALUED =
                "--values -f --set --set-string --set-json --set-file --set-literal --timeout --history-max"
                        + " --description --labels -l --kube-version --api-versions -a --show-only -s --post-renderer"
                        + " --post-renderer-args --version --repo --username --password --ca-file --cert-file"
                        + " --key-file --keyring --output -o --output-dir --name-template --server-side --cascade"
                        + " --context -C --find-renames -D --suppress --suppress-output-line-regex";
    }
}
