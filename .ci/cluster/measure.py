#!/usr/bin/env python3
"""Thirty releases of ten objects on a real API server, next to Helm 3 in the same run; and a list of 200 releases.

    KUBECONFIG=FILE SHARED=DIR measure.py [--runs N] [--only times|requests|list] --helm3 FILE DECS-COMMAND...

times     30 x `helm3 install --wait`, four at a time; then one `decs sync --wait` of the same 30: wall, CPU, memory
requests  how many requests decs makes for a release: first sync, sync without change, apply without change (no writes)
list      `list` of 200 releases: bytes that come from the server, and time

Wants quiet cores for the times. Ends with 1 when a bar is missed: fewer than 20 and 26 requests a release, no write in
an apply without change. The times are only printed.
"""
import argparse, concurrent.futures as cf, json, os, random, resource, shutil, statistics, subprocess, sys, tempfile, time
from pathlib import Path

sys.path[:0] = [str(Path(os.environ['SHARED']) / 'release-cases'), str(Path(__file__).resolve().parent)]
sys.dont_write_bytecode = True
import run  # noqa: E402
from proxy import Proxy  # noqa: E402

RELEASES = 30
META = 'metadata:\n  name: {{ .Release.Name }}-%s\n  labels: {app: {{ .Release.Name }}, chart: {{ .Chart.Name }}-{{ .Chart.Version }}}\n'
DEPLOYMENT = ('spec:\n  replicas: {{ .Values.replicas }}\n  selector: {matchLabels: {app: {{ .Release.Name }}, n: "%d"}}\n  template:\n'
              '    metadata: {labels: {app: {{ .Release.Name }}, n: "%d"}}\n    spec: {containers: [{name: main, image: {{ .Values.image }}}]}\n')


def chart(folder):
    """Two Deployments, two Services, four ConfigMaps, a Secret, a ServiceAccount."""
    templates = Path(folder, 'templates')
    templates.mkdir(parents=True)
    Path(folder, 'Chart.yaml').write_text('apiVersion: v2\nname: small\nversion: 1.0.0\n')
    Path(folder, 'values.yaml').write_text('replicas: 1\nimage: small:1\n')
    def put(name, head, rest): (templates / name).write_text(head + rest)
    for i in range(2):
        put('deployment%d.yaml' % i, 'apiVersion: apps/v1\nkind: Deployment\n' + META % i, DEPLOYMENT % (i, i))
        put('service%d.yaml' % i, 'apiVersion: v1\nkind: Service\n' + META % i, 'spec: {selector: {app: {{ .Release.Name }}}, ports: [{port: 80}]}\n')
    for i in range(4):
        put('config%d.yaml' % i, 'apiVersion: v1\nkind: ConfigMap\n' + META % i, 'data: {a: {{ .Values.image | quote }}}\n')
    put('secret.yaml', 'apiVersion: v1\nkind: Secret\n' + META % 0, 'stringData: {a: b}\n')
    put('account.yaml', 'apiVersion: v1\nkind: ServiceAccount\n' + META % 0, '')


class Namespace:
    def __init__(self, kube):
        self.kube, self.name = kube, 'measure-' + ''.join(random.choice('bcdfgh') for _ in range(6))

    def __enter__(self):
        self.kube('POST', '/api/v1/namespaces', {'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': self.name}})
        time.sleep(2)
        return self.name

    def __exit__(self, *args):
        self.kube('DELETE', '/api/v1/namespaces/' + self.name)
        until = time.time() + 120
        while self.kube('GET', '/api/v1/namespaces/' + self.name)[0] != 404 and time.time() < until:
            time.sleep(0.5)  # its end is work, too


def spec(folder, namespace):
    Path(folder, 'helmfile.yaml').write_text(
        'helmDefaults: {wait: true}\nreleases:\n' + ''.join('- {name: r%d, chart: ./chart, namespace: %s}\n' % (i, namespace) for i in range(RELEASES)))


def measured(what, work):
    before, load, start = resource.getrusage(resource.RUSAGE_CHILDREN), os.getloadavg()[0], time.time()
    failed = work()
    wall, after = time.time() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps(dict(what=what, failed=failed, wall=round(wall, 2), cpu=round(cpu, 2), max_rss_mb=after.ru_maxrss >> 10, load=round(load, 1))), flush=True)
    return wall


def quiet(command, **kw):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **kw).returncode


def times(o, kube, folder):
    ratios = []
    for _ in range(o.runs):
        with Namespace(kube) as ns:  # decs first: the peak memory of children only grows
            spec(folder, ns)
            ours = measured('decs sync --wait, 30 releases', lambda: int(quiet(o.decs + ['sync'], cwd=folder) != 0))
        with Namespace(kube) as ns:
            env = dict(os.environ, HELM_NAMESPACE=ns)
            def installs():
                with cf.ThreadPoolExecutor(4) as pool:
                    return sum(map(bool, pool.map(lambda i: quiet([o.helm3, 'install', 'r%d' % i, folder + '/chart', '--wait'], env=env), range(RELEASES))))
            ratios.append(measured('30 x helm3 install --wait, 4 at a time', installs) / ours)
    print('decs is %.1f times as fast (median of %d)' % (statistics.median(ratios), o.runs))
    return []


def requests(o, kube, folder):
    missed = []
    with Namespace(kube) as ns, Proxy(kube) as proxy:
        spec(folder, ns)
        for verb, what, most in (('sync', 'first sync', 20), ('sync', 'sync without change', 26), ('apply', 'apply without change', None)):
            proxy.forget()
            code = quiet(o.decs + ['--kube-apiserver', proxy.url, '--kube-token', 'any', verb], cwd=folder)
            each = len(proxy.seen) / RELEASES
            print('%-22s exit %d, %.1f requests a release, %d writes in all' % (what, code, each, len(proxy.writes)))
            bad = len(proxy.writes) > 0 if most is None else each >= most
            if code or bad:
                missed.append(what)
    return missed


def listing(o, kube, folder):
    with Namespace(kube) as ns, Proxy(kube) as proxy:
        subprocess.run([o.helm3, 'install', 'first', folder + '/chart', '-n', ns], check=True, stdout=subprocess.DEVNULL)
        first = kube('GET', '/api/v1/namespaces/%s/secrets/sh.helm.release.v1.first.v1' % ns)[1]
        import base64, gzip
        record = json.loads(gzip.decompress(base64.b64decode(base64.b64decode(first['data']['release']))))
        for i in range(199):
            name = 'r%03d' % i
            kube('POST', '/api/v1/namespaces/%s/secrets' % ns, {
                'apiVersion': 'v1', 'kind': 'Secret', 'type': first['type'],
                'metadata': {'name': 'sh.helm.release.v1.%s.v1' % name, 'labels': dict(first['metadata']['labels'], name=name)},
                'data': {'release': run.encode_record(dict(record, name=name))}})
        proxied = ['--kube-apiserver', proxy.url, '--kube-token', 'any', '-n', ns]
        for what, command in (('helm3 list', [o.helm3, 'list', '-a', '-m', '0']), ('decs helm list', o.decs + ['helm', '--helm-version', '3', 'list', '-a', '-m', '0'])):
            proxy.forget()
            quiet(command + proxied)
            print('%-14s %d requests, %d bytes' % (what, len(proxy.seen), proxy.bytes))
            for _ in range(o.runs):
                measured(what, lambda: int(quiet(command + ['-n', ns]) != 0))
    return []


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--runs', type=int, default=3)
    ap.add_argument('--only', choices=('times', 'requests', 'list'))
    ap.add_argument('--helm3', required=True)
    ap.add_argument('decs', nargs=argparse.REMAINDER)
    o = ap.parse_args()
    kube, folder = run.Kube(os.environ['KUBECONFIG']), tempfile.mkdtemp(prefix='measure-')
    chart(folder + '/chart')
    missed = []
    try:
        for name, part in (('requests', requests), ('times', times), ('list', listing)):
            if o.only in (None, name):
                missed += part(o, kube, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for what in missed:
        print('missed: ' + what)
    sys.exit(bool(missed))


main()
