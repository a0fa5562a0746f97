#!/usr/bin/env python3
"""Stands between a client and an API server, and writes down each request (METHOD PATH, a line each).

    counting-proxy.py KUBECONFIG-IN KUBECONFIG-OUT LOG

Takes plain HTTP on a loopback port of its own; KUBECONFIG-OUT names it and carries the token of KUBECONFIG-IN.
"""
import re, socket, ssl, sys, threading
from urllib.parse import urlparse

source, target, log_path = sys.argv[1:]
text = open(source, encoding='utf-8').read()
server = urlparse(re.search(r'server: (\S+)', text).group(1))
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
HEAD = re.compile(rb'(GET|POST|PUT|PATCH|DELETE|HEAD) (\S+) HTTP/1\.[01]\r\n')
log = open(log_path, 'a', encoding='utf-8', buffering=1)


def pump(source_end, target_end, requests):
    try:
        while data := source_end.recv(65536):
            head = HEAD.match(data) if requests else None
            if head:
                log.write(f'{head[1].decode()} {head[2].decode()}\n')
            target_end.sendall(data)
    except OSError:
        pass
    for end in (source_end, target_end):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def serve(client):
    upstream = context.wrap_socket(socket.create_connection((server.hostname, server.port)), server_hostname=server.hostname)
    threading.Thread(target=pump, args=(upstream, client, False), daemon=True).start()
    pump(client, upstream, True)


listener = socket.create_server(('127.0.0.1', 0))
text = re.sub(r'server: \S+', f'server: http://127.0.0.1:{listener.getsockname()[1]}', text)
text = re.sub(r'\n *certificate-authority(-data)?: \S+', '', text)
open(target, 'w', encoding='utf-8').write(text)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
