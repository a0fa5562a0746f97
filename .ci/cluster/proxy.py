"""A web server in front of an API server: it counts the requests, and a test may let one fail or look at it first.

    with Proxy(kube, fault=lambda number, method, path: '503' if number == 3 else None) as proxy:
        subprocess.run(['decs', 'helm', 'list', '--kube-apiserver', proxy.url, '--kube-token', 'any'])
        print(len(proxy.seen), proxy.writes, proxy.bytes)

Faults: '429' (with Retry-After), '500', '503', '504', '409', '410', 'reset' (the connection is cut before the request
is passed on), 'lost' (it is passed on, and the answer is lost), 'end' (a watch ends after its first bytes).
"""
import http.client, http.server, json, threading

REASONS = {409: 'Conflict', 410: 'Expired', 429: 'TooManyRequests', 500: 'InternalError', 503: 'ServiceUnavailable', 504: 'Timeout'}
PASSED_ON = ('accept', 'content-type', 'if-none-match', 'accept-encoding')
PASSED_BACK = ('Content-Type', 'ETag', 'Retry-After', 'Content-Encoding', 'Warning')


class Proxy:
    def __init__(self, kube, fault=lambda number, method, path: None):
        self.kube, self.fault = kube, fault
        self.lock, self.seen, self.bytes, self.local = threading.Lock(), [], 0, threading.local()
        proxy = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def log_message(self, *args):
                pass

            def handle_any(self):
                proxy.handle(self)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *args):
                pass  # the other side went away: killed, or done

        self.server = Server(('127.0.0.1', 0), Handler)
        self.url = 'http://127.0.0.1:%d' % self.server.server_port

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *args):
        self.server.shutdown()
        self.server.server_close()

    @property
    def writes(self):
        return [r for r in self.seen if not r.startswith('GET')]

    def forget(self):
        with self.lock:
            self.seen, self.bytes = [], 0

    def handle(self, ask):
        body = ask.rfile.read(int(ask.headers.get('Content-Length') or 0))
        with self.lock:
            self.seen.append(ask.command + ' ' + ask.path)
            number = len(self.seen)
        fault = self.fault(number, ask.command, ask.path)
        if fault == 'reset':
            return self.cut(ask)
        if fault and fault.isdigit():
            return self.refuse(ask, int(fault))
        headers = {k: v for k, v in ask.headers.items() if k.lower() in PASSED_ON}
        headers.update(self.kube.headers)
        watch = 'watch=true' in ask.path
        answer = self.send(ask.command, ask.path, body, headers, fresh=watch)
        if fault == 'lost':
            answer.read(0 if watch else None)
            return self.cut(ask)
        if watch:
            return self.stream(ask, answer, fault == 'end')
        data = answer.read()
        with self.lock:
            self.bytes += len(data)
        self.answer(ask, answer.status, {n: answer.getheader(n) for n in PASSED_BACK if answer.getheader(n)}, data)

    @staticmethod
    def cut(ask):
        ask.close_connection = True
        ask.connection.close()

    def refuse(self, ask, code):
        status = {'kind': 'Status', 'apiVersion': 'v1', 'metadata': {}, 'status': 'Failure', 'code': code,
                  'reason': REASONS[code], 'message': 'a fault of the test'}
        headers = {'Content-Type': 'application/json'}
        if code == 429:
            headers['Retry-After'] = '1'
        self.answer(ask, code, headers, json.dumps(status).encode())

    @staticmethod
    def answer(ask, code, headers, data):
        ask.send_response(code)
        for name, value in headers.items():
            ask.send_header(name, value)
        ask.send_header('Content-Length', str(len(data)))
        ask.end_headers()
        ask.wfile.write(data)

    def send(self, method, path, body, headers, fresh):
        for attempt in (1, 2):
            if fresh or not getattr(self.local, 'upstream', None):
                self.local.upstream = http.client.HTTPSConnection(self.kube.host, self.kube.port, context=self.kube.ssl, timeout=3600)
            upstream = self.local.upstream
            if fresh:
                self.local.upstream = None
            try:
                upstream.request(method, path, body or None, headers)
                return upstream.getresponse()
            except (OSError, http.client.HTTPException):
                self.local.upstream = None
                if attempt == 2:
                    raise

    def stream(self, ask, answer, ends):
        ask.send_response(answer.status)
        ask.send_header('Content-Type', 'application/json')
        ask.send_header('Transfer-Encoding', 'chunked')
        ask.end_headers()
        while True:
            data = answer.read1(65536)
            ask.wfile.write(b'%x\r\n%s\r\n' % (len(data), data))
            ask.wfile.flush()
            if not data:
                return
            if ends:
                ask.wfile.write(b'0\r\n\r\n')
                return
