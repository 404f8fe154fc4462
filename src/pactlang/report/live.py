"""The report as a page on loopback, for as long as the command runs: it follows the files, and takes entries through a form.

Only who knows the address can read it: a long random token is part of it. Requests with another host, or that come from another page, are
refused, so that no site that is open in the same browser can read or write anything. What is written is what the form showed before.
"""

from __future__ import annotations

import secrets
import socketserver
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import parse_qs

from jinja2 import Environment, StrictUndefined
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

HOST = "127.0.0.1"
MOST = 20_000  # bytes of a request's body
_LONGEST = 2_000  # characters of an entry or a note
_FIELDS = 4
_GONE = "Nothing was written: this was written already, or is too old. Ask again."
_EMPTY = "Write what happened; the page says what it would mean."
_KEPT = 50  # entries that were shown and may still be written
_WAIT = 15  # seconds for a request to arrive


class Tried(Struct, frozen=True):
    """What the form shows of an entry: words in plain text; `line` is what would be written, empty where it cannot be."""

    words: str
    line: str = ""
    fits: bool = True


class Desk(Protocol):
    """What the server asks: it reads no file and judges nothing itself."""

    def page(self, top: str, head: str, policy: str) -> str:
        """The whole page, with markup of ours for its head and above the report."""

    def state(self) -> str:
        """A word that changes as the files do."""

    def logs(self) -> Sequence[str]:
        """The names of the logs, to choose from if there are several."""

    def tried(self, said: str, note: str, log: str) -> Tried:
        """What would become of an entry; nothing is written."""

    def write(self, line: str, note: str, log: str) -> str:
        """Write what was shown, as `pact log` does; say so, or why not."""


class Live(ThreadingHTTPServer):
    """Serves one desk on a free port of loopback. `address` is what to open."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, desk: Desk, port: int = 0) -> None:
        self.desk = desk
        self.token = secrets.token_urlsafe(32)
        self.lock = threading.Lock()
        self.shown: dict[str, tuple[str, str, str]] = {}
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Bind, without asking any name server what this machine is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Who hangs up in the middle is no news, and a failure was answered."""

    @property
    def address(self) -> str:
        """The address with its token."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"

    @property
    def hosts(self) -> tuple[str, str]:
        """The names under which it answers."""
        return f"{HOST}:{self.server_port}", f"localhost:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Live
    server_version, sys_version = "pact", ""
    timeout = _WAIT

    def do_GET(self) -> None:
        """The page, or its state."""
        match self._path():
            case "":
                self._page()
            case "state":
                with self.server.lock:
                    self._answer(HTTPStatus.OK, self.server.desk.state(), "text/plain")
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """An entry to look at, or one that was looked at and is to be written."""
        path = self._path(writes=True)
        fields = self._fields() if path in ("try", "log") else None
        if path is None or fields is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        elif path == "try":
            self._try(fields.get("entry", ""), fields.get("note", ""), fields.get("log", ""))
        else:
            self._log(fields.get("key", ""))

    def _try(self, said: str, note: str, log: str) -> None:
        with self.server.lock:
            tried = self.server.desk.tried(said, note, log) if said.strip() else Tried(_EMPTY)
            key = secrets.token_urlsafe(16) if tried.line else ""
            if key:
                self.server.shown[key] = tried.line, note, log
                for old in list(self.server.shown)[:-_KEPT]:
                    del self.server.shown[old]
        self._page(said=said, note=note, log=log, tried=tried, key=key)

    def _log(self, key: str) -> None:
        with self.server.lock:
            line, note, log = self.server.shown.pop(key, ("", "", ""))
            done = self.server.desk.write(line, note, log) if line else _GONE
        self._page(log=log, done=done)

    def _path(self, *, writes: bool = False) -> str | None:
        """What is asked for below the token; None where it is refused."""
        own = {f"http://{host}" for host in self.server.hosts}
        origin, site = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site")
        if self.headers.get("Host") not in self.server.hosts or len(self.headers.get_all("Host", [])) != 1:
            return None
        if (origin is None and writes) or (origin is not None and origin not in own) or site not in (None, "same-origin", "none"):
            return None
        _, token, *rest = (*self.path.split("/"), "", "")[:4]
        whole = len(self.path.split("/")) == 3 and secrets.compare_digest(token.encode("utf-8", "replace"), self.server.token.encode())
        return rest[0] if whole else None

    def _fields(self) -> dict[str, str] | None:
        """The form that was sent; None where it is none, or too much."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get_content_type() != "application/x-www-form-urlencoded" or "Transfer-Encoding" in self.headers:
            return None
        if not (length.isascii() and length.isdecimal() and int(length) <= MOST):
            return None
        try:
            found = parse_qs(self.rfile.read(int(length)).decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=_FIELDS)
        except ValueError:
            return None
        fields = {name: values[0].replace("\r\n", "\n") for name, values in found.items()}
        return fields if all(len(value) <= _LONGEST for value in fields.values()) else None

    def _page(self, *, said: str = "", note: str = "", log: str = "", tried: Tried | None = None, key: str = "", done: str = "") -> None:
        nonce = secrets.token_urlsafe(16)
        policy = (
            f"default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-{nonce}'; connect-src 'self'; form-action 'self'; "
            "base-uri 'none'"
        )
        parts = Environment(autoescape=True, undefined=StrictUndefined)
        here = Path(__file__).parent
        with self.server.lock:
            desk = self.server.desk
            top = parts.from_string((here / "live_form.html").read_text(encoding="utf-8")).render(
                base=f"/{self.server.token}", said=said, note=note, log=log, logs=desk.logs(), tried=tried, key=key, done=done
            )
            script = parts.from_string((here / "live_script.html").read_text(encoding="utf-8"))
            page = desk.page(top, script.render(nonce=nonce, state=desk.state(), base=f"/{self.server.token}"), policy)
        self._answer(HTTPStatus.OK, page, "text/html", f"{policy}; frame-ancestors 'none'")

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True
        self._answer(status, "Not here.\n", "text/plain")

    def _answer(self, status: HTTPStatus, text: str, kind: str, policy: str = "default-src 'none'") -> None:
        data = text.encode()
        self.send_response(status)
        for name, value in (
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(data))),
            ("Content-Security-Policy", policy),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cache-Control", "no-store"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called there
        """Nobody keeps a list of who looked at what."""
