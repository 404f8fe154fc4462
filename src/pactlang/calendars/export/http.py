"""One HTTP request at a time, to one server, with limits; nothing is followed and nothing is kept.

A server may send anything, as slowly as it likes. Whatever it does, a request ends by its deadline, all requests together by theirs, and
what cannot be used is a `ServerError`.
"""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

from pactlang.calendars.export.caldav import Answer, Send, ServerError

_SECONDS = 30.0  # for one request, from the first byte sent to the last one read
_ALL_SECONDS = 300.0  # for everything that is asked of a server
_MOST = 20_000_000


def look_at(url: str) -> str:
    """An address that a calendar may be at, ending in a slash. Raises `ServerError` in plain words."""
    if any(not 32 < ord(character) < 127 for character in url):
        raise ServerError("--caldav: the address contains a character that is not allowed in an address")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise ServerError("--caldav: this is not a valid address; use the form https://example.org/ana/calendar/") from None
    if parts.scheme not in ("https", "http") or not host or parts.query or parts.fragment:
        raise ServerError("--caldav: this is not a valid address; use the form https://example.org/ana/calendar/")
    if parts.username is not None or parts.password is not None:
        raise ServerError(
            "--caldav: leave the name and the password out of the address, because others can read them there; see pact export --help"
        )
    if parts.scheme == "http" and not _here(host):
        raise ServerError("--caldav: http:// would send the password unencrypted; use https://")
    return url if url.endswith("/") else f"{url}/"


def sender(url: str, user: str, password: str, *, seconds: float = _SECONDS, all_seconds: float = _ALL_SECONDS) -> Send:
    """What sends requests to the server of an address, and to no other. It raises `ServerError` for all that goes wrong."""
    home = urlsplit(url)
    headers = {"User-Agent": "calendar", "Accept": "*/*"}
    if user:
        known = f"{user}:{password}".encode(errors="surrogateescape")
        headers["Authorization"] = "Basic " + base64.b64encode(known).decode()
    end = time.monotonic() + all_seconds

    def send(method: str, place: str, more: Mapping[str, str], body: bytes) -> Answer:
        left = min(seconds, end - time.monotonic())
        try:
            target = urlsplit(place)
            if (target.scheme, target.netloc) != (home.scheme, home.netloc):
                raise ServerError("the server gave an address that is not its own")
            kind = http.client.HTTPSConnection if home.scheme == "https" else http.client.HTTPConnection
            connection = kind(home.hostname or "", home.port, timeout=max(left, 0.001))
            with _Deadline(connection, left) as deadline:
                connection.request(method, target.path, body=body or None, headers={**headers, **more})
                answer = connection.getresponse()
                data = answer.read(_MOST + 1)
                deadline.keep()
        except ssl.SSLError:
            raise ServerError("the server cannot prove its identity (its certificate is not valid)") from None
        except TimeoutError:
            raise ServerError(f"the server at {home.hostname} took too long to answer") from None
        except (OSError, http.client.HTTPException):
            raise ServerError(f"the server at {home.hostname} does not answer as a calendar server should") from None
        except ValueError:  # a name, a tag or an address that cannot be sent at all
            raise ServerError(f"the server at {home.hostname} gave an address or a tag that cannot be used") from None
        if len(data) > _MOST:
            raise ServerError("the server's answer is too long")
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, data)

    return send


class _Deadline:
    """Ends a connection when its time is over, whatever it is waiting for: a socket's own timeout begins anew with each byte.

    What then goes wrong is told as `TimeoutError`.
    """

    def __init__(self, connection: http.client.HTTPConnection, seconds: float) -> None:
        self._connection = connection
        self._over = False
        self._timer = threading.Timer(max(seconds, 0.0), self._end)
        self._timer.daemon = True

    def _end(self) -> None:
        self._over = True
        if self._connection.sock is not None:
            with suppress(OSError):
                # Not the method of a secured socket, which would take away what the other thread is reading with.
                socket.socket.shutdown(self._connection.sock, socket.SHUT_RDWR)

    def keep(self) -> None:
        """All is read; raise `TimeoutError` where the end of it was the deadline's."""
        self._timer.cancel()
        if self._over:
            raise TimeoutError

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: object) -> None:
        self._timer.cancel()
        self._connection.close()
        if self._over and isinstance(problem, OSError | http.client.HTTPException):
            raise TimeoutError from None


def _here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
