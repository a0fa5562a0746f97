#!/usr/bin/env bash
# rendering beside Helm's own engine: all ok cases of the corpus in one warm process, on one thread and on two
# Needs Go, and the corpus and the engine beside the project (../shared). Build first: mvn -Pbench -DskipTests package
# Usage: .ci/measure/engine.sh [PASSES]
set -euo pipefail
cd "$(dirname "$0")/../.."
shared=$PWD/../shared
jar=$PWD/decs-bench/target/benchmarks.jar
out=$PWD/target/measure
mkdir -p "$out"
(cd "$shared/anchors/goengine" && GOFLAGS=-mod=mod go build -o "$out/goengine" .)
GOMAXPROCS=1 "$out/goengine" -passes 2 "$shared/corpus" >"$out/goengine.tsv" 2>"$out/goengine.log"
cpu=$(sed -n 's/^pass [0-9]*: .* \([0-9.]*\) CPU s,.*/\1/p' "$out/goengine.log" | tail -n 1)
echo "Helm's engine: $cpu CPU s for a warm pass"
java ${DECS_JAVA_OPTS:--XX:+UseParallelGC -Xmx2g} -cp "$jar" decs.bench.Measure "${1:-3}" "$out/goengine.tsv" "$cpu" | tee "$out/decs.log"
