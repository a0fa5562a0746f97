#!/usr/bin/env bash
# the chart corpus: every case rendered as Helm 4 and as Helm 3, compared to the byte
set -uo pipefail
command -v python3 >/dev/null || { echo "no python3"; exit 77; }
[ -f "$SHARED/corpus/check.py" ] || { echo "no corpus"; exit 77; }
status=0
for helm in 4 3; do
  echo "-- as Helm $helm"
  python3 "$SHARED/corpus/check.py" --root "$SHARED/corpus" --helm $helm --jobs 2 --failures "target-corpus-$helm.txt" --batch \
    java -XX:+UseSerialGC -Xmx512m -jar "$JAR" helm template --batch --helm-version $helm >"target-corpus-$helm.log" 2>&1 || status=1
  tail -n 25 "target-corpus-$helm.log"
done
mkdir -p target && mv -f target-corpus-* target/ 2>/dev/null
exit $status
