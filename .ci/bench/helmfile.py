#!/usr/bin/env python3
"""Times decs next to the real helmfile, whole processes, on generated deployment repositories.

    python3 .ci/bench/helmfile.py --decs "bin/decs --compat v1" [--helmfile "helmfile -b helm"] [options]

    --releases 30,300     sizes of the repositories; each has three environments
    --verbs LIST          template,diff,apply,sync (all but template need KUBECONFIG); apply runs after sync: nothing to do
    --runs 3              the median counts
    --keep DIR            write the repositories there and keep them

Prints one line a size, verb and tool: wall seconds, CPU seconds and peak memory of the whole process tree, and the
ratios. Both tools get the same files, environment and selection, in turns.
"""
import argparse, os, shlex, shutil, statistics, subprocess, sys, tempfile, threading, time

CHARTS = 6
ENVIRONMENTS = ('dev', 'staging', 'prod')

HELPERS = '''{{- define "app.name" -}}{{ .Release.Name | trunc 63 | trimSuffix "-" }}{{- end }}
{{- define "app.labels" -}}
app.kubernetes.io/name: {{ include "app.name" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.team }}
team: {{ . }}
{{- end }}
{{- end }}
'''
TEMPLATES = {
    'configmap.yaml': '''apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "app.name" . }}
  labels: {{- include "app.labels" . | nindent 4 }}
data:
  {{- range $key, $value := .Values.config }}
  {{ $key }}: {{ $value | quote }}
  {{- end }}
''',
    'service.yaml': '''apiVersion: v1
kind: Service
metadata:
  name: {{ include "app.name" . }}
  labels: {{- include "app.labels" . | nindent 4 }}
spec:
  selector:
    app.kubernetes.io/name: {{ include "app.name" . }}
  ports:
    - port: {{ .Values.port }}
      targetPort: http
''',
    'deployment.yaml': '''apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "app.name" . }}
  labels: {{- include "app.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels:
      app.kubernetes.io/name: {{ include "app.name" . }}
  template:
    metadata:
      labels: {{- include "app.labels" . | nindent 8 }}
    spec:
      containers:
        - name: app
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
          ports:
            - name: http
              containerPort: {{ .Values.port }}
          {{- with .Values.resources }}
          resources: {{- toYaml . | nindent 12 }}
          {{- end }}
          env:
            {{- range $key, $value := .Values.env }}
            - name: {{ $key }}
              value: {{ $value | quote }}
            {{- end }}
''',
    'serviceaccount.yaml': '''apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "app.name" . }}
  labels: {{- include "app.labels" . | nindent 4 }}
''',
}
VALUES = '''replicas: 1
port: 8080
image:
  repository: registry.example.org/app
  tag: latest
resources:
  limits: {cpu: 100m, memory: 64Mi}
  requests: {cpu: 10m, memory: 32Mi}
env: {}
config: {}
'''
APP_VALUES = '''replicas: {{ .Values.replicas }}
team: {{ .Values.team }}
image:
  tag: {{ index .Values.versions .Release.Name | default "1.0.0" | quote }}
env:
  ENVIRONMENT: {{ .Environment.Name }}
  RELEASE: {{ .Release.Name }}
config:
  {{- range $i := until 10 }}
  key-{{ $i }}: {{ printf "%s-%d" $.Release.Name $i }}
  {{- end }}
'''


def write(root, path, text):
    file = os.path.join(root, path)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(file, 'w') as out:
        out.write(text)


def repository(root, releases, namespace):
    """A deployment repository: a versions file, environments, a values template, charts, releases with needs."""
    for i in range(CHARTS):
        chart = f'charts/app-{i}'
        write(root, f'{chart}/Chart.yaml', f'apiVersion: v2\nname: app-{i}\nversion: 1.{i}.0\n')
        write(root, f'{chart}/values.yaml', VALUES)
        write(root, f'{chart}/templates/_helpers.tpl', HELPERS)
        for name, text in TEMPLATES.items():
            write(root, f'{chart}/templates/{name}', text)
    names = [f'app-{i:04d}' for i in range(releases)]
    write(root, 'versions.yaml', 'versions:\n' + ''.join(f'  {name}: 1.{i % 7}.{i % 5}\n' for i, name in enumerate(names)))
    for replicas, name in enumerate(ENVIRONMENTS, 1):
        write(root, f'environments/{name}.yaml', f'replicas: {replicas}\nteam: {name}-team\n')
    write(root, 'values/app.yaml.gotmpl', APP_VALUES)
    lines = ['environments:']
    for name in ENVIRONMENTS:
        lines += [f'  {name}:', '    values:', '      - versions.yaml', f'      - environments/{name}.yaml']
    lines += ['---', 'releases:']
    for i, name in enumerate(names):
        lines += [f'  - name: {name}', f'    namespace: {namespace}', f'    chart: ./charts/app-{i % CHARTS}',
                  '    createNamespace: false', f'    labels: {{tier: "{i % 4}"}}',
                  '    values:', '      - values/app.yaml.gotmpl', f'      - env: {{NUMBER: "{i}"}}']
        if i % 10 == 9:
            lines += [f'    needs: [{namespace}/{names[i - 9]}]']
    write(root, 'helmfile.yaml.gotmpl', '\n'.join(lines) + '\n')


class Tree(threading.Thread):
    """The peak of the resident memory of a process and all that it started."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.over = pid, 0, False

    def run(self):
        while not self.over:
            parents, sizes = {}, {}
            for entry in os.listdir('/proc'):
                if entry.isdigit():
                    try:
                        with open(f'/proc/{entry}/stat') as stat:
                            fields = stat.read().rsplit(')', 1)[1].split()
                    except OSError:
                        continue
                    parents[int(entry)], sizes[int(entry)] = int(fields[1]), int(fields[21]) * 4096
            mine = {self.pid}
            while True:
                more = {pid for pid, parent in parents.items() if parent in mine} - mine
                if not more:
                    break
                mine |= more
            self.peak = max(self.peak, sum(sizes.get(pid, 0) for pid in mine))
            time.sleep(0.05)


def run(command, folder):
    with open(os.devnull, 'w') as nothing, tempfile.TemporaryFile('w+') as errors:
        began, used = time.time(), os.times()
        process = subprocess.Popen(command, cwd=folder, stdout=nothing, stderr=errors, stdin=subprocess.DEVNULL)
        tree = Tree(process.pid)
        tree.start()
        code = process.wait()
        wall, after = time.time() - began, os.times()
        tree.over = True
        if code not in (0, 2):
            errors.seek(0)
            print(f'{shlex.join(command)}: exit {code}\n{errors.read()[-2000:]}', file=sys.stderr)
        cpu = after.children_user + after.children_system - used.children_user - used.children_system
        return wall, cpu, tree.peak / 2**20


def namespace_there(name):
    kubectl = shutil.which('kubectl') or os.path.expanduser('~/.cache/decs-tools/kubectl')
    if subprocess.run([kubectl, 'get', 'namespace', name], capture_output=True).returncode:
        subprocess.run([kubectl, 'create', 'namespace', name], check=True, stdout=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--decs', required=True)
    parser.add_argument('--helmfile', default='')
    parser.add_argument('--releases', default='30,300')
    parser.add_argument('--verbs', default='template')
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--keep', default='')
    options = parser.parse_args()
    tools = {'decs': shlex.split(options.decs)}
    if options.helmfile:
        tools['helmfile'] = shlex.split(options.helmfile)
    verbs = options.verbs.split(',')
    root = options.keep or tempfile.mkdtemp(prefix='bench-')
    print(f'{"releases":>8} {"verb":9} {"tool":9} {"wall s":>8} {"CPU s":>8} {"MiB":>6}')
    for size in (int(text) for text in options.releases.split(',')):
        medians = {}
        for verb in verbs:
            for tool, command in tools.items():
                namespace = f'bench-{tool}-{size}'
                folder = os.path.join(root, f'{tool}-{size}')
                if not os.path.isdir(folder):
                    repository(folder, size, namespace)
                if verb != 'template':
                    namespace_there(namespace)
                runs = 1 if verb == 'sync' else options.runs
                got = [run([*command, '-e', 'dev', verb], folder) for _ in range(runs)]
                wall, cpu, memory = (statistics.median(column) for column in zip(*got))
                medians[verb, tool] = wall
                print(f'{size:8} {verb:9} {tool:9} {wall:8.2f} {cpu:8.2f} {memory:6.0f}', flush=True)
            if len(tools) == 2:
                ratio = medians[verb, 'helmfile'] / medians[verb, 'decs']
                print(f'{size:8} {verb:9} {"ratio":9} {ratio:8.1f}', flush=True)
    if not options.keep:
        shutil.rmtree(root, ignore_errors=True)


main()
