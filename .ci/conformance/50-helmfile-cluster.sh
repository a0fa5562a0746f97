#!/usr/bin/env bash
# recorded helmfile runs and helm-diff comparisons on a real API server, 1.x and 0.x
set -uo pipefail
python3 -c 'import yaml' 2>/dev/null || { echo "no python3 with PyYAML"; exit 77; }
[ -f "$SHARED/release-cases/run.py" ] || { echo "no cases"; exit 77; }
[ -f "$SHARED/cluster/cluster.sh" ] || { echo "no cluster script"; exit 77; }
tools=${DECS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/decs-tools}
for tool in etcd kube-apiserver kube-controller-manager kube-scheduler kwok; do
  [ -x "$tools/$tool" ] || { echo "no $tool"; exit 77; }
done
work=$(mktemp -d)
trap 'bash "$SHARED/cluster/cluster.sh" wipe "$work/cluster" >/dev/null 2>&1; rm -rf "$work"' EXIT
bash "$SHARED/cluster/cluster.sh" up "$work/cluster" >/dev/null 2>&1 || { echo "the cluster does not start"; exit 77; }
export KUBECONFIG=$work/cluster/kubeconfig
# messages name the helm that helmfile would have called: one must be on the path
mkdir "$work/bin"
if ! command -v helm >/dev/null; then
  printf '#!/bin/sh\nexit 1\n' >"$work/bin/helm" && chmod +x "$work/bin/helm"
fi
export PATH=$work/bin:$PATH
status=0
run() { # scenarios that are equal at least, arguments of the runner
  local floor=$1 out equal; shift
  out=$(python3 "$SHARED/release-cases/run.py" -j 2 "$@" 2>&1)
  grep -E 'FAIL|ERROR' <<<"$out"
  tail -n 1 <<<"$out"
  equal=$(grep -oE 'scenarios [0-9]+' <<<"$out" | tail -n 1 | cut -d' ' -f2)
  [ "${equal:-0}" -ge "$floor" ] || { echo "fewer than $floor are equal"; status=1; }
}
run 33 --dir helmfile-cluster --as helmfile174 $DECS --compat v1 --helm-version 3
run 11 --dir helmfile-cluster --as helmfile0147 $DECS --compat v0 --helm-version 3
run 8 --dir diff --as helm3 $DECS helm --helm-version 3
exit $status
