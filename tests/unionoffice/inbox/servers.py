"""Small servers that stand where a chat platform and a mail server stand, on a port of this machine."""

import json
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread


@contextmanager
def _served(server: socketserver.TCPServer) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Platform(HTTPServer):
    """Keeps what robots are told: path and payload; gives the answer that it was made with."""

    def __init__(self, *, status: int = 200, answer: object = None) -> None:
        super().__init__(("127.0.0.1", 0), _PlatformHandler)
        self.status, self.answer, self.told = status, answer, []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/send?key=k1"


class _PlatformHandler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((self.path, json.loads(body)))
        answer = self.server.answer
        content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_args):
        """Nothing on the terminal."""


@contextmanager
def platform(**kwargs: object) -> Iterator[Platform]:
    """A chat platform, as long as the test wants it."""
    server = Platform(**kwargs)
    with _served(server):
        yield server


class _MailHandler(socketserver.StreamRequestHandler):
    def handle(self):
        self.say("220 mail")
        for line in self.rfile:
            verb = line.split()[0].upper()
            if verb == b"RCPT":
                self.say("550 no such mailbox")
            elif verb == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def refusing_mail_server() -> Iterator[int]:
    """A mail server that takes mail for nobody; gives its port."""
    with socketserver.TCPServer(("127.0.0.1", 0), _MailHandler) as server, _served(server):
        yield server.server_address[1]


def closed_port() -> int:
    """A port at which nobody answers."""
    with socketserver.TCPServer(("127.0.0.1", 0), _MailHandler) as server:
        return server.server_address[1]
