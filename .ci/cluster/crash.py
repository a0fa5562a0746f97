#!/usr/bin/env python3
"""Processes that are killed, and API servers that fail: what is left, and whether a second run puts it in order.

    KUBECONFIG=FILE SHARED=DIR crash.py [--every N] [--only kill|faults] DECS-COMMAND...

kill    `install` and `upgrade` of twelve objects with hooks, killed at each N-th request: the next run must converge
faults  each fault on each N-th request of five verbs: the verb comes through, or fails in words and the next run does

Right is: exit 0, one deployed record, the chart's objects and no others, no Lease. Prints a table; 1 if anything differs.
"""
import argparse, os, random, shutil, signal, subprocess, sys, tempfile, time
from pathlib import Path

sys.path[:0] = [str(Path(os.environ['SHARED']) / 'release-cases'), str(Path(__file__).resolve().parent)]
sys.dont_write_bytecode = True
import run  # noqa: E402
from proxy import Proxy  # noqa: E402

FAULTS = ('429', '500', '503', '504', '409', '410', 'reset', 'lost', 'end')
MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n%sdata: {v: "{{ .Values.v }}"}\n'
HOOK = '  annotations: {helm.sh/hook: "%s", helm.sh/hook-delete-policy: "%s"}\n'


def chart(folder):
    """Nine ConfigMaps, a Secret, a Service, a Deployment; three ConfigMaps as hooks."""
    templates = Path(folder, 'templates')
    templates.mkdir(parents=True)
    Path(folder, 'Chart.yaml').write_text('apiVersion: v2\nname: twelve\nversion: 1.0.0\n')
    Path(folder, 'values.yaml').write_text('v: 1\n')
    maps = [MAP % ('map-%d' % i, '') for i in range(9)]
    hooks = [MAP % ('before', HOOK % ('pre-install,pre-upgrade', 'hook-succeeded,before-hook-creation')),
             MAP % ('after', HOOK % ('post-install,post-upgrade', 'hook-succeeded,before-hook-creation')),
             MAP % ('broken', HOOK % ('post-install,post-upgrade', 'hook-failed,before-hook-creation,hook-succeeded'))]
    rest = ['apiVersion: v1\nkind: Secret\nmetadata: {name: secret}\nstringData: {v: "{{ .Values.v }}"}\n',
            'apiVersion: v1\nkind: Service\nmetadata: {name: service}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n',
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {a: b}}\n'
            '  template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: "c:{{ .Values.v }}"}]}}\n']
    (templates / 'all.yaml').write_text('---\n'.join(maps + hooks + rest))


OBJECTS = {('configmaps', 'map-%d' % i) for i in range(9)} | {('secrets', 'secret'), ('services', 'service'), ('deployments', 'web')}


class Place:
    """A namespace with perhaps a first revision, and what is in it."""

    def __init__(self, o, kube, folder):
        self.o, self.kube, self.folder = o, kube, folder
        self.ns = 'crash-' + ''.join(random.choice('bcdfgh') for _ in range(8))

    def __enter__(self):
        self.kube('POST', '/api/v1/namespaces', {'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': self.ns}})
        return self

    def __exit__(self, *args):
        self.kube('DELETE', '/api/v1/namespaces/' + self.ns)

    def command(self, verb, v):
        words = {'install': ['upgrade', '--install', 'demo', self.folder, '--set', 'v=%d' % v],
                 'upgrade': ['upgrade', '--install', 'demo', self.folder, '--set', 'v=%d' % v, '--wait'],
                 'rollback': ['rollback', 'demo', '1'], 'uninstall': ['uninstall', 'demo', '--ignore-not-found'], 'list': ['list', '-q']}
        return self.o.decs + ['helm'] + words[verb] + ['-n', self.ns]

    def run(self, verb, v, extra=()):
        command = self.command(verb, v) + list(extra)
        try:
            return subprocess.run(command, capture_output=True, text=True, timeout=90)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 124, '', 'it did not end')

    def prepare(self, verb):
        if verb != 'install':
            assert self.run('install', 1).returncode == 0
        if verb == 'rollback':
            assert self.run('upgrade', 2).returncode == 0

    def names(self, path):
        code, found = self.kube('GET', path.replace('NS', self.ns))
        return [i['metadata'] for i in found.get('items', [])] if code == 200 else []

    def wrong(self, verb):
        """What is not as it must be after `verb`."""
        faults = []
        secrets = self.names('/api/v1/namespaces/NS/secrets')
        deployed = [s for s in secrets if s.get('labels', {}).get('owner') == 'helm' and s['labels']['status'] == 'deployed']
        pending = [s for s in secrets if s.get('labels', {}).get('owner') == 'helm' and s['labels']['status'].startswith(('pending', 'uninstalling'))]
        objects = {(kind, m['name']) for kind, path in (('configmaps', '/api/v1/namespaces/NS/configmaps'), ('services', '/api/v1/namespaces/NS/services'),
                   ('deployments', '/apis/apps/v1/namespaces/NS/deployments')) for m in self.names(path) if m['name'] != 'kube-root-ca.crt'}
        objects |= {('secrets', s['name']) for s in secrets if s.get('labels', {}).get('owner') != 'helm'}
        want, records = (set(), 0) if verb == 'uninstall' else (OBJECTS, 1)
        if len(deployed) != records:
            faults.append('%d deployed records' % len(deployed))
        if pending:
            faults.append('%d pending records' % len(pending))
        if objects != want:
            faults.append('objects: missing %s, more %s' % (sorted(want - objects), sorted(objects - want)))
        leases = self.names('/apis/coordination.k8s.io/v1/namespaces/NS/leases')
        if leases:
            faults.append('Lease ' + leases[0]['name'])
        return faults


def through(proxy):
    return ['--kube-apiserver', proxy.url, '--kube-token', 'any']


def count(o, kube, folder, verb):
    with Place(o, kube, folder) as place, Proxy(kube) as proxy:
        place.prepare(verb)
        done = place.run(verb, 2, through(proxy))
        assert done.returncode == 0, done.stderr
        return len(proxy.seen)


def kill(o, kube, folder):
    bad = 0
    for verb in ('install', 'upgrade'):
        total, right = count(o, kube, folder, verb), 0
        sample = range(1, total + 1, o.every)
        for k in sample:
            with Place(o, kube, folder) as place:
                place.prepare(verb)
                process = []

                def fault(number, method, path):
                    if number == k:
                        process[0].send_signal(signal.SIGKILL)
                        process[0].wait()
                        return 'reset'

                with Proxy(kube, fault) as proxy:
                    process.append(subprocess.Popen(place.command(verb, 2) + through(proxy), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
                    process[0].wait()
                again = place.run(verb, 2)
                faults = place.wrong(verb) + ([] if again.returncode == 0 else [again.stderr.strip()[:300]])
                right += not faults
                if faults:
                    print('  %s killed at %d: %s' % (verb, k, '; '.join(faults)))
        print('%-10s killed at %d of %d requests: %d right after the next run' % (verb, len(sample), total, right), flush=True)
        bad += len(sample) - right
    return bad


def faults(o, kube, folder):
    bad, table = 0, {}
    for verb in o.verbs.split(','):
        total = count(o, kube, folder, verb)
        for fault in o.faults.split(','):
            came, failed, wrong = 0, 0, 0
            for k in range(1 + random.randrange(o.every), total + 1, o.every):
                with Place(o, kube, folder) as place:
                    place.prepare(verb)
                    with Proxy(kube, lambda number, method, path: fault if number == k else None) as proxy:
                        first = place.run(verb, 2, through(proxy))
                    again = first
                    if first.returncode:
                        failed += 1
                        again = place.run('upgrade' if verb == 'rollback' else verb, 2)
                    else:
                        came += 1
                    found = place.wrong(verb) if verb != 'list' else []
                    if again.returncode:
                        found.append(again.stderr.strip()[:300])
                    if first.returncode == 124 or first.returncode and not first.stderr.strip():
                        found.append('failed without a word')
                    if found:
                        wrong += 1
                        print('  %s, %s at %d: %s | first: %s' % (verb, fault, k, '; '.join(found), first.stderr.strip()[:200]), flush=True)
            table[verb, fault] = '%d+%d%s' % (came, failed, '!%d' % wrong if wrong else '')
            bad += wrong
        print('%-10s' % verb + ''.join('%10s' % (f + ' ' + table[verb, f]) for f in o.faults.split(',')), flush=True)
    print('(came through + failed in words and right after the next run; ! wrong)')
    return bad


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--every', type=int, default=4)
    ap.add_argument('--only', choices=('kill', 'faults'))
    ap.add_argument('--faults', default=','.join(FAULTS))
    ap.add_argument('--verbs', default='install,upgrade,rollback,uninstall,list')
    ap.add_argument('decs', nargs=argparse.REMAINDER)
    o = ap.parse_args()
    kube, folder = run.Kube(os.environ['KUBECONFIG']), tempfile.mkdtemp(prefix='crash-')
    chart(folder + '/chart')
    try:
        bad = sum(part(o, kube, folder + '/chart') for name, part in (('kill', kill), ('faults', faults)) if o.only in (None, name))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(bool(bad))


main()
