#!/usr/bin/env python3
"""Helm 3, Helm 4 and decs in turn on the same release: A installs, B upgrades, A rolls back, B uninstalls.

    KUBECONFIG=FILE SHARED=DIR interop.py [-j N] [-k CHART] --helm3 FILE --helm4 FILE DECS-COMMAND...

After each step the exit code, the decoded records and the live objects must be what Helm alone leaves in the same
places: decs as Helm 3 is compared with Helm 3 there, decs as Helm 4 with Helm 4. Prints charts x pairs; 1 if any differ.
"""
import argparse, concurrent.futures as cf, json, os, random, subprocess, sys, tempfile, threading, time
from pathlib import Path

SHARED = Path(os.environ['SHARED'])
sys.path.insert(0, str(SHARED / 'release-cases'))
sys.dont_write_bytecode = True
import run  # noqa: E402

CHARTS = {'hooks': ('hooks', 'hooks'), 'crds': ('crd-1', 'crd-2'), 'statefulset': ('state-1', 'state-2'),
          'tests': ('tests', 'tests'), 'subcharts': ('umbrella', 'umbrella'), 'keep': ('keep', 'keep')}
TOOLS = ('helm3', 'helm4', 'decs3', 'decs4')
crds = threading.Lock()  # definitions are for the whole cluster: one chart with them at a time


def steps(chart):
    before, after = (str(SHARED / 'release-cases/charts' / name) for name in CHARTS[chart])
    return [('A', ['install', 'demo', before, '--wait']),
            ('B', ['upgrade', 'demo', after, '--wait', '--set', 'interop=two']),
            ('A', ['rollback', 'demo', '1', '--wait']),
            ('B', ['uninstall', 'demo', '--wait'])]


def definitions(kube):
    code, found = kube('GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions')
    return [d['metadata']['name'] for d in found.get('items', [])] if code == 200 else []


def play(kube, commands, chart, pair):
    ns = 'interop-' + ''.join(random.choice('bcdfghjklmnp') for _ in range(8))
    kube('POST', '/api/v1/namespaces', {'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': ns}})
    home = tempfile.mkdtemp(prefix='interop-')
    env = {k: v for k, v in os.environ.items() if not k.startswith('HELM')}
    env.update(HELM_NAMESPACE=ns, HELM_CACHE_HOME=home, HELM_CONFIG_HOME=home, HELM_DATA_HOME=home, TZ='UTC', NO_COLOR='1')
    existing = set(definitions(kube))
    states = []
    try:
        for who, args in steps(chart):
            done = subprocess.run(commands[pair[0] if who == 'A' else pair[1]] + args, env=env, capture_output=True, text=True, timeout=300)
            records, live, managers = run.snapshot(kube, ns, {})
            own = sorted(set(definitions(kube)) - existing) if chart == 'crds' else []  # others' may come and go meanwhile
            state = run.sub_all({'exit': done.returncode, 'records': records, 'live': live, 'definitions': own}, [(ns, 'NS')])
            states.append((state, run.sub_all(managers, [(ns, 'NS')]), done.stderr[-300:]))
    finally:
        kube('DELETE', '/api/v1/namespaces/' + ns)
        for name in set(definitions(kube)) - existing if chart == 'crds' else ():
            kube('DELETE', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/' + name)
        until = time.time() + 20
        while chart == 'crds' and set(definitions(kube)) - existing and time.time() < until:
            time.sleep(0.2)
    return states


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('-j', type=int, default=2)
    ap.add_argument('-k', default='')
    ap.add_argument('--helm3', required=True)
    ap.add_argument('--helm4', required=True)
    ap.add_argument('decs', nargs=argparse.REMAINDER)
    o = ap.parse_args()
    kube = run.Kube(os.environ['KUBECONFIG'])
    bins = Path(tempfile.mkdtemp(prefix='interop-bin-'))
    commands = {'decs3': o.decs + ['helm', '--helm-version', '3'], 'decs4': o.decs + ['helm']}
    for tool, path in (('helm3', o.helm3), ('helm4', o.helm4)):  # the field manager is the program's name
        (bins / tool).mkdir()
        (bins / tool / 'helm').symlink_to(path)
        commands[tool] = [str(bins / tool / 'helm')]
    charts = [c for c in CHARTS if o.k in c]
    pairs = [(a, b) for a in TOOLS for b in TOOLS]

    def one(job):
        chart, pair = job
        if chart != 'crds':
            return play(kube, commands, chart, pair)
        with crds:
            return play(kube, commands, chart, pair)

    with cf.ThreadPoolExecutor(o.j) as pool:
        jobs = [(c, p) for c in charts for p in pairs]
        results = dict(zip(jobs, pool.map(one, jobs)))
    bad, moved = [], 0
    print('%-12s' % '' + ''.join('%14s' % ('%s-%s' % p) for p in pairs if 'decs' in ''.join(p)))
    for chart in charts:
        row = '%-12s' % chart
        for pair in pairs:
            if 'decs' not in ''.join(pair):
                continue
            model = results[chart, tuple(t.replace('decs', 'helm') for t in pair)]
            equal = 0
            for i, ((want, owners, _), (got, found, err)) in enumerate(zip(model, results[chart, pair])):
                moved += owners != found
                if want == got:
                    equal += 1
                else:
                    parts = [k for k in want if want[k] != got[k]]
                    bad.append('%s, %s then %s, step %d (%s): %s differ; %s\n%s' % (
                        chart, pair[0], pair[1], i + 1, steps(chart)[i][1][0], ', '.join(parts), err.strip(),
                        run.diff_text(json.dumps(want, indent=1, sort_keys=True), json.dumps(got, indent=1, sort_keys=True))))
            row += '%14s' % ('%d/%d' % (equal, len(model)))
        print(row)
    print('field managers differ in %d steps' % moved)
    for text in bad:
        print(text)
    sys.exit(bool(bad))


main()
