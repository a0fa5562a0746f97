#!/usr/bin/env python3
"""Records what Helm 3 and 4 say of every chart in ../shared/helm-testdata, for HelmTestdataChartsTest.

record-helm-testdata.py HELM3 HELM4 > decs-cli/src/test/resources/decs/cli/chart/helm-testdata.tsv
"""
import hashlib, os, re, subprocess, sys, tempfile

data = os.path.realpath(os.path.join(os.path.dirname(__file__), "../../shared/helm-testdata"))
verbs = [["lint"], ["show", "chart"], ["show", "values"], ["dependency", "list"], ["template", "x"]]


def charts():
    for folder, _, files in sorted(os.walk(data)):
        if "Chart.yaml" in files:
            yield os.path.relpath(folder, data)
        for name in sorted(files):
            if name.endswith((".tgz", ".tar.gz")):
                yield os.path.relpath(os.path.join(folder, name), data)


def run(helm, verb, chart, home):
    env = {"HOME": home, "PATH": os.environ["PATH"]}
    done = subprocess.run([helm, *verb, chart], cwd=data, env=env, capture_output=True, text=True, errors="surrogateescape")
    out = done.stdout.replace(data + "/", "")
    out = re.sub("(these dependencies: )(.*)", lambda m: m[1] + ",".join(sorted(m[2].split(","))), out)  # Go's maps have no order
    error = next((line for line in done.stderr.splitlines() if line.startswith("Error: ")), "")
    return done.returncode, out, error.replace(data + "/", "")


versions = [subprocess.run([helm, "version", "--template", "{{.Version}}"], capture_output=True, text=True).stdout for helm in sys.argv[1:3]]
print("# Helm", " and ".join(versions), "on the charts of ../shared/helm-testdata (.ci/record-helm-testdata.py): Helm, verb, chart, exit code, start of the SHA-256 of standard output, error")
with tempfile.TemporaryDirectory() as home:
    for version, helm in zip("34", sys.argv[1:3]):
        for chart in charts():
            for verb in verbs:
                code, out, error = run(helm, verb, chart, home)
                again = run(helm, verb, chart, home) if verb[0] == "template" else (code, out, error)
                if again != (code, out, error):
                    continue  # random names or keys
                digest = hashlib.sha256(out.encode("utf-8", "surrogateescape")).hexdigest()[:16]
                print(version, " ".join(verb), chart, code, digest, error, sep="\t")
