#!/usr/bin/env bash
# charts brought in and sent out: the same commands as Helm 3 and 4 on loopback servers, and round trips between the tools
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
tools=${DECS_TOOLS:-$HOME/.cache/decs-tools}
for tool in helm3 helm4 registry; do
  [ -x "$tools/$tool" ] || { echo "no $tool"; exit 77; }
done
command -v python3 >/dev/null || { echo "no python3"; exit 77; }
data=$SHARED/helm-testdata
[ -d "$data" ] || { echo "no helm-testdata"; exit 77; }
decs() { $DECS helm "$@"; }
work=$(mktemp -d)
web=18911 oci=18922
mkdir -p "$work/web" "$work/fixture/local/templates" "$work/fixture/par/charts/inner"
cp "$data"/cmd/testcharts/{compressedchart-0.[123].0,test-0.1.0,test1-0.1.0,signtest-0.1.0}.tgz "$data"/cmd/testcharts/*.prov "$work/web"
chmod -R u+w "$work"
"$tools/helm4" repo index "$work/web" --url "http://127.0.0.1:$web"
(cd "$work/web" && exec python3 -m http.server --bind 127.0.0.1 $web >/dev/null 2>&1) &
server=$!
"$tools/registry" -port $oci >/dev/null 2>&1 &
registry=$!
trap 'kill $server $registry 2>/dev/null; rm -rf "$work"' EXIT
sleep 1

cd "$work/fixture" || exit 1
printf 'apiVersion: v2\nname: local\nversion: 0.3.1\n' >local/Chart.yaml
printf 'apiVersion: v2\nname: inner\nversion: 0.0.1\n' >par/charts/inner/Chart.yaml
cat >par/Chart.yaml <<EOF
apiVersion: v2
name: par
version: 1.0.0
dependencies:
- {name: compressedchart, version: ">=0.1.0 <0.3", repository: "http://127.0.0.1:$web"}
- {name: test1, version: 0.1.0, repository: "@a", alias: t1, condition: t1.enabled, tags: [x]}
- {name: local, version: ~0.3, repository: "file://../local"}
- {name: inner, version: 0.0.1, repository: ""}
EOF
mkdir registry unknown never v1 v1/charts
printf 'apiVersion: v2\nname: registry\nversion: 1.0.0\ndependencies:\n- {name: test, version: ">=0.1.0", repository: "oci://127.0.0.1:%s/charts"}\n' $oci >registry/Chart.yaml
printf 'apiVersion: v2\nname: unknown\nversion: 1.0.0\ndependencies:\n- {name: nope, version: "1", repository: "@a"}\n' >unknown/Chart.yaml
printf 'apiVersion: v2\nname: never\nversion: 1.0.0\ndependencies:\n- {name: test1, version: ">9", repository: "@a"}\n' >never/Chart.yaml
printf 'apiVersion: v1\nname: v1\nversion: 1.0.0\n' >v1/Chart.yaml
printf 'dependencies:\n- {name: test1, version: "*", repository: "@a"}\n- {name: test1, version: "*", repository: "@a", alias: again}\n' >v1/requirements.yaml
cp "$data"/cmd/testcharts/{signtest,compressedchart}-0.1.0.tgz "$data"/cmd/testcharts/*.prov "$data"/cmd/helm-test-key.pub .
cp "$work/web/test-0.1.0.tgz" .
cp -r "$data/cmd/testcharts/"{alpine,reqtest,chart-missing-deps} .
chmod -R u+w .

# what has to be equal and go through; only ever raised
floor_commands=156 floor_trips=10
status=0
files() { # the files of the folder, and what locks and indexes say but for their times
  find . -type f ! -name Chart.lock ! -name index.yaml | sort
  grep -rhv '"\?generated"\?:\|"\?created"\?:' --include=Chart.lock --include=requirements.lock --include=index.yaml .
}
run() { # whose, command...: output, exit code, error, files
  local who=$1; shift
  rm -rf "$work/now$v"; cp -rp "$work/fixture" "$work/now$v"; cd "$work/now$v" || exit 1
  mkdir -p "$work/home-$who"
  HOME=$work/home-$who "$@" >"$work/$who.out" 2>"$work/$who.err" </dev/null
  echo "exit $?" >>"$work/$who.out"
  # the error itself; what decs adds behind a blank line is its own
  grep -v '^level=\|^WARNING: Using\|^WARNING: Kubernetes' "$work/$who.err" | sed '/^$/,$d' >>"$work/$who.out"
  files >>"$work/$who.out"
}
same() { # arguments of the verb: equal output, exit code, error and files
  run helm$v "$tools/helm$v" "$@"
  run decs$v decs "$@" --helm-version $v
  if diff "$work/helm$v.out" "$work/decs$v.out" >"$work/diff$v"; then
    echo "equal: helm $* (Helm $v)"
  else
    echo "DIFFERENT: helm $* (Helm $v)"; head -n 12 "$work/diff$v"
  fi
}
commands() { # the generation of Helm
local v=$1
same repo list
same repo add a http://127.0.0.1:$web
same repo add a http://127.0.0.1:$web
same repo add a http://127.0.0.1:$web/x
same repo add a/b http://127.0.0.1:$web
same repo add bad http://127.0.0.1:1/x
same repo list
same repo list -o json
same repo list -o yaml
same repo update
same repo update zz
same repo remove zz
same repo add
same search repo compressed
same search repo compressed -l
same search repo zzz
same search repo compressed -o json
same search repo zzz -o yaml
same search repo a --version xx
same search repo zzz --fail-on-no-result
same show chart a/compressedchart
same show values a/test1
same show chart a/nope
same pull a/nope
same pull a/compressedchart --version 9
same pull nope/compressedchart
same pull a/compressedchart
same pull a/compressedchart --untar
same pull a/compressedchart --untar --untardir x
same pull a/test1 --untar --untardir alpine
same pull a/signtest --verify --keyring helm-test-key.pub
same pull a/signtest --prov
same pull compressedchart --repo http://127.0.0.1:$web --version ~0.1
same pull nope --repo http://127.0.0.1:$web
same pull compressedchart --repo http://127.0.0.1:$web --version 7
same pull http://127.0.0.1:$web/test1-0.1.0.tgz
same verify signtest-0.1.0.tgz --keyring helm-test-key.pub
same verify compressedchart-0.1.0.tgz --keyring helm-test-key.pub
same verify alpine
same verify nope
same verify
same push test-0.1.0.tgz oci://127.0.0.1:$oci/charts --plain-http
same push signtest-0.1.0.tgz oci://127.0.0.1:$oci/charts --plain-http
same push nope.tgz oci://127.0.0.1:$oci/charts
same push test-0.1.0.tgz x
same push test-0.1.0.tgz
same pull oci://127.0.0.1:$oci/charts/test --plain-http
same pull oci://127.0.0.1:$oci/charts/test --plain-http --version '>=0.0.1'
same pull oci://127.0.0.1:$oci/charts/test:0.1.0 --plain-http --version 0.2
same pull oci://127.0.0.1:$oci/charts/test --plain-http --untar
same pull oci://127.0.0.1:$oci/charts/signtest --plain-http --verify --keyring helm-test-key.pub
same show chart oci://127.0.0.1:$oci/charts/test --plain-http --version 0.1.0
same registry login 127.0.0.1:$oci -u a -p b --plain-http
same registry logout 127.0.0.1:$oci
same dependency list par
same dependency list reqtest
same dependency list chart-missing-deps
same dependency list alpine
same dependency list nope
same dependency update par
same dependency update registry --plain-http
same dependency update unknown
same dependency update never
same dependency update v1
same dependency update nope
same dependency build par
same package alpine
same package alpine -d x --version 1.2.3 --app-version 9
same package chart-missing-deps
same package alpine --version x.y
same package alpine --sign
same package nope
same package
same repo index .
same repo index . --url http://example.test/charts?x=1
same repo index . --json
same repo remove a
same repo remove a
}
commands 3 >"$work/commands3" &
series=$!
commands 4 >"$work/commands4"
wait $series
grep -hv '^equal: ' "$work"/commands[34]
equal=$(cat "$work"/commands[34] | grep -c '^equal: ')
echo "$equal commands equal, $(cat "$work"/commands[34] | grep -c '^DIFFERENT: ') different"
[ "$equal" -ge $floor_commands ] || { echo "fewer than $floor_commands are equal"; status=1; }

if [ -d "$SHARED/corpus/charts" ]; then
  # shellcheck disable=SC2086
  python3 "$root/.ci/conformance/supply-dependencies.py" "$SHARED/corpus/charts" "$work" $web "$tools/helm4" $DECS helm || status=1
fi

# round trips: packed, signed and pushed by one, taken by the other
trips=0
trip() { # what, command...
  local what=$1; shift
  if "$@" >"$work/trip" 2>&1; then echo "round trip: $what"; trips=$((trips + 1)); else echo "FAILED round trip: $what"; tail -n 4 "$work/trip"; status=1; fi
}
export HOME=$work/home-trips
mkdir -p "$HOME" "$work/trips"
cd "$work/trips" || exit 1
cp -r "$work/fixture/"{alpine,local,par,registry,v1} .
# the digest and files of a lock written by one are those that the other expects
trip "repositories of decs serve helm" bash -c "$(declare -f decs); export DECS='$DECS'; decs repo add a http://127.0.0.1:$web && '$tools/helm3' search repo a/test && '$tools/helm4' show chart a/test1"
trip "decs dependency update, helm3 and helm4 build" bash -c "$(declare -f decs); export DECS='$DECS'; decs dependency update par && rm par/charts/*.tgz && '$tools/helm3' dependency build par && rm par/charts/*.tgz && '$tools/helm4' dependency build par && rm par/charts/*.tgz && decs dependency build par"
if command -v gpg >/dev/null; then
  export GNUPGHOME=$work/gnupg
  mkdir -m 700 "$GNUPGHOME"
  printf '%%no-protection\nKey-Type: RSA\nKey-Length: 2048\nName-Real: Packer\nName-Email: packer@example.test\n%%commit\n' | gpg --batch --gen-key >/dev/null 2>&1
  gpg --export-secret-keys >secring.gpg 2>/dev/null
  gpg --export >pubring.gpg 2>/dev/null
  gpg --export --armor >pubring.asc 2>/dev/null
  trip "decs signs, helm3 and helm4 verify" bash -c "$(declare -f decs); export DECS='$DECS'; decs package alpine -d signed --sign --key Packer --keyring secring.gpg && '$tools/helm3' verify signed/*.tgz --keyring pubring.gpg && '$tools/helm4' verify signed/*.tgz --keyring pubring.gpg"
  trip "gpg itself takes the signature" bash -c "gpg --verify signed/*.prov"
  mkdir by3 by4
  trip "helm3 signs, decs verifies with an armoured ring" bash -c "$(declare -f decs); export DECS='$DECS'; '$tools/helm3' package alpine -d by3 --sign --key Packer --keyring secring.gpg && decs verify by3/*.tgz --keyring pubring.asc"
  trip "helm4 signs, decs verifies with GnuPG's key box" bash -c "$(declare -f decs); export DECS='$DECS'; '$tools/helm4' package alpine -d by4 --sign --key Packer --keyring secring.gpg && decs verify by4/*.tgz --keyring '$GNUPGHOME/pubring.kbx'"
  trip "decs pushes with provenance, helm3 and helm4 pull and verify" bash -c "$(declare -f decs); export DECS='$DECS'; decs push signed/*.tgz oci://127.0.0.1:$oci/trips --plain-http && mkdir p3 p4 && '$tools/helm3' pull oci://127.0.0.1:$oci/trips/alpine --plain-http --verify --keyring pubring.gpg -d p3 && '$tools/helm4' pull oci://127.0.0.1:$oci/trips/alpine --plain-http --verify --keyring pubring.gpg -d p4"
  trip "a tampered archive is refused" bash -c "$(declare -f decs); export DECS='$DECS'; echo >>signed/alpine-0.1.0.tgz; ! decs verify signed/*.tgz --keyring pubring.gpg"
fi
printf 'apiVersion: v2\nname: plus\nversion: 1.0.0+build.5\n' >local/Chart.yaml; sed -i 's/local/plus/' local/Chart.yaml
trip "a version with + through a registry" bash -c "$(declare -f decs); export DECS='$DECS'; decs package local -d plus && decs push plus/*.tgz oci://127.0.0.1:$oci/trips --plain-http && mkdir q3 && '$tools/helm4' pull oci://127.0.0.1:$oci/trips/plus --version 1.0.0+build.5 --plain-http -d q3 && decs pull oci://127.0.0.1:$oci/trips/plus --version 1.0.0+build.5 --plain-http -d q3 && cmp plus/*.tgz q3/*.tgz"
trip "the same folder gives the same bytes" bash -c "$(declare -f decs); export DECS='$DECS'; decs package alpine -d r1 && sleep 1 && decs package alpine -d r2 && cmp r1/*.tgz r2/*.tgz"
[ "$trips" -ge $floor_trips ] || { echo "fewer than $floor_trips round trips"; status=1; }
exit $status
