#!/usr/bin/env bash
# the recorded release cases of Helm 4 and Helm 3, on a real API server
set -uo pipefail
python3 -c 'import yaml' 2>/dev/null || { echo "no python3 with PyYAML"; exit 77; }
[ -f "$SHARED/release-cases/run.py" ] || { echo "no cases"; exit 77; }
tools=${DECS_TOOLS:-$HOME/.cache/decs-tools}
for program in etcd kube-apiserver kube-controller-manager kube-scheduler kwok; do
  [ -x "$tools/$program" ] || { echo "no $program in $tools"; exit 77; }
done
floor_4=96 floor_3=95 # scenarios that agree; only ever raised
status=0
work=$(mktemp -d)
trap 'DECS_TOOLS=$tools bash "$SHARED/cluster/cluster.sh" wipe "$work/cluster" >/dev/null 2>&1; rm -rf "$work"' EXIT
DECS_TOOLS=$tools bash "$SHARED/cluster/cluster.sh" up "$work/cluster" >/dev/null 2>"$work/up.log" ||
  { tail -n 5 "$work/up.log"; echo "the cluster does not start"; exit 1; }
export KUBECONFIG=$work/cluster/kubeconfig
run() { # floor, whose records, the command
  local floor=$1 tool=$2 out agree; shift 2
  out=$(python3 "$SHARED/release-cases/run.py" --as "$tool" -j 4 "$@" 2>&1)
  grep -E '(FAIL|ERROR) ' <<<"$out"
  echo "$tool: $(tail -n 1 <<<"$out")"
  agree=$(grep -oE 'scenarios [0-9]+' <<<"$out" | tail -n 1 | cut -d' ' -f2)
  [ "${agree:-0}" -ge "$floor" ] || { echo "$tool: fewer than $floor scenarios agree"; status=1; }
}
# shellcheck disable=SC2086
run $floor_4 helm4 $DECS helm
# shellcheck disable=SC2086
run $floor_3 helm3 $DECS helm --helm-version 3
exit $status
