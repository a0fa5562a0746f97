#!/usr/bin/env bash
# the recorded helmfile cases, 1.x and 0.x
set -uo pipefail
python3 -c 'import yaml' 2>/dev/null || { echo "no python3 with PyYAML"; exit 77; }
[ -f "$SHARED/helmfile-cases/run.py" ] || { echo "no cases"; exit 77; }
floor_v1=375 floor_v0=147 # cases that pass; only ever raised
status=0
run() { # floor, arguments of the runner
  local floor=$1 out passed; shift
  out=$(python3 "$SHARED/helmfile-cases/run.py" -j 2 "$@" 2>&1)
  tail -n 12 <<<"$out"
  passed=$(grep -oE '[0-9]+ passed' <<<"$out" | tail -n 1 | cut -d' ' -f1)
  [ "${passed:-0}" -ge "$floor" ] || { echo "fewer than $floor pass"; status=1; }
}
# shellcheck disable=SC2086
run $floor_v1 $DECS --compat v1
# shellcheck disable=SC2086
run $floor_v0 --root "$SHARED/helmfile-cases-v0" $DECS --compat v0
exit $status
