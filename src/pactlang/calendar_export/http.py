"""One HTTP request at a time, to one server, with limits; nothing is followed and nothing is kept."""

from __future__ import annotations

import base64
import http.client
import ssl
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from pactlang.calendar_export.caldav import Answer, Send, ServerError

_SECONDS = 20
_MOST = 20_000_000


def look_at(url: str) -> str:
    """An address that a calendar may be at, ending in a slash. Raises `ServerError` in plain words."""
    if any(not 32 < ord(character) < 127 for character in url):
        raise ServerError("--caldav: the address holds a character that no address may hold")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise ServerError("--caldav: this is no address; write it as https://example.org/ana/calendar/") from None
    if parts.scheme not in ("https", "http") or not host or parts.query or parts.fragment:
        raise ServerError("--caldav: this is no address; write it as https://example.org/ana/calendar/")
    if parts.username is not None or parts.password is not None:
        raise ServerError("--caldav: leave name and password out of the address, where others can read them; see pact export --help")
    if parts.scheme == "http" and not _here(host):
        raise ServerError("--caldav: http:// would send the password for all to read; use https://")
    return url if url.endswith("/") else f"{url}/"


def sender(url: str, user: str, password: str) -> Send:
    """What sends requests to the server of an address, and to no other."""
    home = urlsplit(url)
    headers = {"User-Agent": "calendar", "Accept": "*/*"}
    if user:
        headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    def send(method: str, place: str, more: Mapping[str, str], body: bytes) -> Answer:
        target = urlsplit(place)
        if (target.scheme, target.netloc) != (home.scheme, home.netloc):
            raise ServerError("the server names an address that is not its own")
        kind = http.client.HTTPSConnection if home.scheme == "https" else http.client.HTTPConnection
        connection = kind(home.hostname or "", home.port, timeout=_SECONDS)
        try:
            connection.request(method, target.path, body=body or None, headers={**headers, **more})
            answer = connection.getresponse()
            data = answer.read(_MOST + 1)
        except ssl.SSLError:
            raise ServerError("the server cannot show that it is the one it says it is (its certificate is not valid)") from None
        except (OSError, http.client.HTTPException):
            raise ServerError(f"the server at {home.hostname} does not answer") from None
        finally:
            connection.close()
        if len(data) > _MOST:
            raise ServerError("the server's answer is too long")
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, data)

    return send


def _here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
