#!/usr/bin/env python3
"""Time to render as charts grow, decs beside Helm: subcharts, documents, values. A process each; CPU seconds.

Usage: .ci/measure/growth.py HELM DECS [ARGS...]     (for example: growth.py helm4 bin/decs helm)
Both are run as: PROGRAM [ARGS...] template x CHART. What a process costs for an empty chart is taken off.
"""
import os
import resource
import subprocess
import sys
import tempfile

HELM, DECS = [sys.argv[1]], sys.argv[2:]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)


def chart(folder, name, values='', template=''):
    write(f'{folder}/Chart.yaml', f'apiVersion: v2\nname: {name}\nversion: 0.1.0\n')
    write(f'{folder}/values.yaml', values)
    write(f'{folder}/templates/a.yaml', template)


def subcharts(folder, count):
    chart(folder, 'top', 'global: {a: 1}\n')
    for i in range(count):
        chart(f'{folder}/charts/sub{i}', f'sub{i}', f'name: n{i}\nlist: [1, 2, 3]\n',
              'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.name }}\ndata:\n  a: {{ .Values.global.a | quote }}\n')


def texts(folder, count):
    chart(folder, 'top')
    for i in range(count):
        chart(f'{folder}/charts/sub{i}', f'sub{i}', "name: '{{ .Chart.Name }}'\n",
              'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ tpl .Values.name . }}\n')


def documents(folder, count):
    chart(folder, 'top', f'count: {count}\n',
          '{{ range $i := until (int .Values.count) }}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: n{{ $i }}\n'
          'data:\n  a: {{ $i | quote }}\n{{ end }}\n')


def values(folder, megabytes):
    lines = [f'key{i}:\n  name: value number {i}\n  list: [a, b, {i}]\n  on: true\n' for i in range(int(megabytes * 14500))]
    chart(folder, 'top', '', 'a: {{ .Values.key0.name }}\n')
    write(f'{folder}/big.yaml', ''.join(lines))


def seconds(program, folder):
    extra = ['-f', f'{folder}/big.yaml'] if os.path.exists(f'{folder}/big.yaml') else []
    best = None
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(program + ['template', 'x', folder] + extra, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = cpu if best is None else min(best, cpu)
    return best


with tempfile.TemporaryDirectory() as root:
    chart(f'{root}/empty', 'empty')
    base = [seconds(program, f'{root}/empty') for program in (HELM, DECS)]
    print(f'{"chart":24} {"helm":>8} {"decs":>8}   CPU s (over {base[0]:.2f} and {base[1]:.2f} for an empty chart)')
    for build, sizes, what in ((subcharts, (10, 100, 1000, 2000), 'subcharts'), (texts, (10, 100, 1000), 'with tpl'), (documents, (100, 1000, 10000), 'documents'),
                               (values, (0.1, 1, 4.9), 'MB of values'), (values, (10,), 'MB of values')):
        for size in sizes:
            folder = f'{root}/{what.replace(" ", "")}{size}'
            build(folder, size)
            row = []
            for program, empty in zip((HELM, DECS), base):
                try:
                    row.append(f'{seconds(program, folder) - empty:8.2f}')
                except subprocess.CalledProcessError:
                    row.append(f'{"refused":>8}')
            print(f'{size:>10} {what:13} {row[0]} {row[1]}', flush=True)
