#!/usr/bin/env bash
# the recorded deployment repository: template, list and build of both environments equal the recorded output
set -uo pipefail
command -v python3 >/dev/null || { echo "no python3"; exit 77; }
example=$SHARED/decs-example
[ -d "$example" ] || { echo "no example"; exit 77; }
work=$(mktemp -d)
(cd "$example/charts-repo" && exec python3 -m http.server --bind 127.0.0.1 8879 >/dev/null 2>&1) &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
sleep 1
export ALLOWED_IPS=10.0.0.0/8 RDS_CIDR=10.1.0.0/16 AWS_ACCOUNT=123456789012 DECS_CACHE=$work/cache
status=0
check() { # name, recorded file, arguments
  local name=$1 want=$2; shift 2
  if java -jar "$JAR" "$@" >"$work/out" 2>"$work/err" && cmp -s "$work/out" "$want"; then
    echo "equal: $name"
  else
    echo "DIFFERENT: $name"; diff "$want" "$work/out" | head -n 5; tail -n 3 "$work/err"; status=1
  fi
}
for tree in v0 v1; do
  cp -r "$example/$tree" "$work/$tree"; chmod -R u+w "$work/$tree"; cd "$work/$tree" || exit 1
  for env in cs-example wcs-example; do
    common=(-e $env -n $env --state-values-set repositories.hocs-helm-charts=http://127.0.0.1:8879)
    check "$tree $env template as Helm 4" "$example/golden/$env.template.helm4.yaml" "${common[@]}" template
    check "$tree $env template as Helm 3" "$example/golden/$env.template.helm3.yaml" "${common[@]}" --helm-version 3 template
    if [ $tree = v0 ]; then
      check "$tree $env list" "$example/golden/$env.list.txt" "${common[@]}" list
      check "$tree $env list as JSON" "$example/golden/$env.list.json" "${common[@]}" list --output json
      check "$tree $env build" "$example/golden/$env.build.yaml" "${common[@]}" build
    fi
  done
done
exit $status
