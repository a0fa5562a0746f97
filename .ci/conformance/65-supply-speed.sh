#!/usr/bin/env bash
# a 25 MB index of 16,080 versions: whole processes, decs and helm3 in turn, the best of five each
set -uo pipefail
tools=${DECS_TOOLS:-$HOME/.cache/decs-tools}
[ -x "$tools/helm3" ] || { echo "no helm3"; exit 77; }
command -v python3 >/dev/null || { echo "no python3"; exit 77; }
floor=${FLOOR:-5} # how many times faster decs has to be
work=$(mktemp -d)
port=18933
mkdir -p "$work/web" "$work/home"
for chart in chart001 chart060 chart119; do
  mkdir -p "$work/$chart"
  printf 'apiVersion: v2\nname: %s\nversion: 200.0.0\n' $chart >"$work/$chart/Chart.yaml"
  "$tools/helm3" package "$work/$chart" -d "$work/web" >/dev/null
done
python3 - "$work/web" "http://127.0.0.1:$port" <<'PY'
import hashlib, os, random, sys
folder, url = sys.argv[1:]
random.seed(1)
words = "the a chart for database server high available cluster cache queue open source web distributed fast secure simple framework monitoring metrics operator".split()
out = ["apiVersion: v1", "entries:"]
for c in range(120):
    name = "chart%03d" % c
    out.append("  %s:" % name)
    for v in range(134):
        version = "%d.%d.%d" % (200 - v, v % 5, v % 3)
        archive = os.path.join(folder, "%s-%s.tgz" % (name, version))
        content = open(archive, "rb").read() if os.path.exists(archive) else (name + version).encode()
        images = "".join("        - name: img%d\n          image: registry.example.test/org/img%d:%d.%d.%d-distro-12-r%d\n" % (i, i, v, i, c, v) for i in range(6))
        out.append(f"""  - annotations:
      category: Database
      images: |
{images}      licenses: Apache-2.0
    apiVersion: v2
    appVersion: {v}.{c % 10}.{v % 7}
    created: "2024-0{1 + v % 9}-1{v % 9}T10:{v % 60:02d}:00.000000000Z"
    dependencies:
    - name: common
      repository: oci://registry.example.test/charts
      tags:
      - common
      version: 2.x.x
    description: {" ".join(random.choice(words) for _ in range(24))}
    digest: {hashlib.sha256(content).hexdigest()}
    home: https://example.test
    icon: https://example.test/assets/stacks/{name}/img/{name}-stack-220x234.png
    keywords:
    - {name}
    - database
    - sql
    maintainers:
    - name: Org
      url: https://example.test/org
    name: {name}
    sources:
    - https://example.test/org/charts/tree/main/{name}
    urls:
    - {url}/{name}-{version}.tgz
    version: {version}""")
out.append('generated: "2024-03-01T00:00:00.000000000Z"')
open(os.path.join(folder, "index.yaml"), "w").write("\n".join(out) + "\n")
PY
(cd "$work/web" && exec python3 -m http.server --bind 127.0.0.1 $port >/dev/null 2>&1) &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
sleep 1
export HOME=$work/home
"$tools/helm3" repo add big http://127.0.0.1:$port >/dev/null || exit 1
# shellcheck disable=SC2086
python3 - "$tools/helm3" $floor $DECS <<'PY'
import os, subprocess, sys, time
helm, floor, decs = sys.argv[1], float(sys.argv[2]), sys.argv[3:]


def seconds(*command):
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode or "version: 200.0.0" not in done.stdout:
        sys.exit("failed: %s\n%s%s" % (" ".join(command), done.stdout, done.stderr))
    return time.monotonic() - start


decs_one = helm_one = 1e9
for _ in range(5):
    helm_one = min(helm_one, seconds(helm, "show", "chart", "big/chart060"))
    decs_one = min(decs_one, seconds(*decs, "helm", "show", "chart", "big/chart060"))
print("index: %.1f MB; show chart: helm3 %.2f s, decs %.2f s, %.1f times faster"
      % (os.path.getsize(os.environ["HOME"] + "/.cache/helm/repository/big-index.yaml") / 1e6, helm_one, decs_one, helm_one / decs_one))
sys.exit(helm_one / decs_one < floor)
PY
