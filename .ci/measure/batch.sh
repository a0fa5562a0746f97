#!/usr/bin/env bash
# whole processes: the corpus through one `decs helm template --batch` in a 256 MB heap, beside a helm4 process a case
# Usage: .ci/measure/batch.sh HELM4 [SAMPLE]   (SAMPLE cases of Helm, spread evenly, stand for all; default 200)
set -euo pipefail
cd "$(dirname "$0")/../.."
helm=${1:?the helm 4 program}
sample=${2:-200}
corpus=$PWD/../shared/corpus
decs=$PWD/bin/decs
"$decs" version >/dev/null
python3 - "$corpus" "$helm" "$decs" "$sample" <<'PY'
import json, os, resource, subprocess, sys, tempfile
corpus, helm, decs, sample = sys.argv[1:5]
cases = [json.loads(line) for line in open(os.path.join(corpus, 'cases.jsonl'))]

def cpu(run):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

home = tempfile.mkdtemp()
env = {'PATH': os.environ['PATH'], 'HOME': home, 'TZ': 'UTC'}
few = cases[::max(1, len(cases) // int(sample))]

def by_helm():
    for case in few:
        command = [helm, 'template', 'rel', case['chart'], '--namespace', 'ns', '--kube-version', 'v1.35.0', *case['flags']]
        for values in case['values']:
            command += ['-f', values]
        subprocess.run(command, cwd=corpus, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

def by_decs():
    requests = ''.join(json.dumps({'id': case['id'], 'chart': case['chart'], 'values': case['values'], 'release': 'rel',
        'namespace': 'ns', 'kubeVersion': 'v1.35.0', 'includeCrds': '--include-crds' in case['flags']}) + '\n' for case in cases)
    done = subprocess.run([decs, 'helm', 'template', '--batch'], cwd=corpus, env={**os.environ, 'DECS_OPTS': '-Xmx256m'},
        input=requests.encode(), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    wanted = sum(case['class'] != 'error' for case in cases)
    print(f"decs: {len(answers)} answers, {sum(a['ok'] for a in answers)} rendered of {wanted} that render")

each = cpu(by_helm) / len(few)
print(f'helm4: {each:.3f} CPU s a process ({len(few)} processes), {each * len(cases):.0f} CPU s for all {len(cases)}')
batch = cpu(by_decs)
print(f'bin/decs --batch, 256 MB heap: {batch:.1f} CPU s for all: {batch / (each * len(cases)):.2f} x')
PY
