#!/usr/bin/env bash
# the recorded deployment repository on a real API server: sync, what Helm reads, apply without and with a change
set -uo pipefail
command -v python3 >/dev/null || { echo "no python3"; exit 77; }
[ -d "$SHARED/decs-example" ] || { echo "no example"; exit 77; }
here=$(cd "$(dirname "$0")" && pwd)
tools=${DECS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/decs-tools}
for tool in etcd kube-apiserver kube-controller-manager kube-scheduler kwok helm3 kubectl; do
  [ -x "$tools/$tool" ] || { echo "no $tool"; exit 77; }
done
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; bash "$SHARED/cluster/cluster.sh" wipe "$work/cluster" >/dev/null 2>&1; rm -rf "$work"' EXIT
bash "$SHARED/cluster/cluster.sh" up "$work/cluster" >/dev/null 2>&1 || { echo "the cluster does not start"; exit 77; }
(cd "$SHARED/decs-example/charts-repo" && exec python3 -m http.server --bind 127.0.0.1 8879 >/dev/null 2>&1) &
python3 "$here/counting-proxy.py" "$work/cluster/kubeconfig" "$work/counted" "$work/requests" &
cp -r "$SHARED/decs-example/v1" "$work/v1" && chmod -R u+w "$work/v1" && cd "$work/v1" || exit 1
sleep 1

export ALLOWED_IPS=10.0.0.0/8 RDS_CIDR=10.1.0.0/16 AWS_ACCOUNT=123456789012
export KUBECONFIG=$work/cluster/kubeconfig
namespace=cs-example
"$tools/kubectl" create namespace $namespace >/dev/null
decs() {
  $DECS --helm-version 3 -e $namespace -n $namespace \
    --state-values-set repositories.hocs-helm-charts=http://127.0.0.1:8879 "$@" >"$work/out" 2>&1
}
helm() { "$tools/helm3" -n $namespace "$@"; }
revisions() { helm list -a -m 0 -o json | python3 -c 'import json, sys
for r in json.load(sys.stdin): print(r["name"], r["revision"], r["status"])' | sort; }
status=0
check() { # what, wanted, seen
  if [ "$2" = "$3" ]; then echo "equal: $1"; else echo "DIFFERENT: $1: wanted $2, got $3"; tail -n 5 "$work/out"; status=1; fi
}
most=(-l 'name!=hocs-audit,name!=hocs-info-service')

decs "${most[@]}" sync
check "sync of 17 ends with" 0 $?
revisions >"$work/first"
check "releases that helm3 lists as deployed at revision 1" 17 "$(grep -c ' 1 deployed$' "$work/first")"
read_by_helm=0
while read -r release _; do
  helm status "$release" >/dev/null && helm history "$release" >/dev/null && helm get values "$release" >/dev/null &&
    [ -n "$(helm get manifest "$release")" ] && read_by_helm=$((read_by_helm + 1))
done <"$work/first"
check "records that helm3 status, history, get values and get manifest read" 17 $read_by_helm

KUBECONFIG=$work/counted decs "${most[@]}" apply
check "apply without a change ends with" 0 $?
check "requests that write" 0 "$(grep -cvE '^(GET|HEAD) ' "$work/requests")"
echo "requests that read: $(grep -cE '^(GET|HEAD) ' "$work/requests")"
check "revisions after it" "$(cat "$work/first")" "$(revisions)"

cp environments/example/versions.yaml "$work/versions.yaml"
sed -i '/hocs-workflow:/s/:.*/: 99.9.9/' environments/example/versions.yaml
decs "${most[@]}" apply
check "apply of another image ends with" 0 $?
check "what it upgraded" "hocs-workflow 2 deployed" "$(revisions | grep -v ' 1 deployed$')"
helm rollback hocs-workflow 1 >/dev/null
check "helm3 rollback makes" "hocs-workflow 3 deployed" "$(revisions | grep -v ' 1 deployed$')"
decs "${most[@]}" apply
check "apply after it makes" "hocs-workflow 4 deployed" "$(revisions | grep -v ' 1 deployed$')"

"$tools/kubectl" delete namespace $namespace >/dev/null && "$tools/kubectl" create namespace $namespace >/dev/null
decs sync
check "sync of all 19 ends with" 1 $?
check "releases of it that are deployed" 17 "$(revisions | grep -c ' deployed$')"
grep -E 'batch/v1beta1|NetworkPolicy' "$work/out" | sort -u | head -n 8
check "it names the kind that the server has not" yes "$(grep -q 'batch/v1beta1' "$work/out" && echo yes)"
exit $status
