"""A calendar server may answer anything, as slowly as it likes: each such thing is one line in plain words."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from pactlang.calendars.export.caldav import Answer, ServerError, fetch, mark_of, push
from pactlang.calendars.export.http import look_at, sender
from pactlang.calendars.export.standing import ForeignError, read_resource, read_standing
from pactlang.calendars.export.update import Resource, Updated
from pactlang.inputs import load_text

PACT = load_text('pact "Us"\n    between Ana and Ben\n    time zone Europe/Berlin\nuse relationships\n')
URL = "https://example.org/ana/"
Speak = Callable[[Callable[[socket.socket], None]], str]


@pytest.fixture
def speaking() -> Iterator[Speak]:
    """A server on loopback that answers each request with what it is told to do."""
    listening = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve(answer: Callable[[socket.socket], None]) -> str:
        def loop() -> None:
            while not done.is_set():
                try:
                    connection, _ = listening.accept()
                    with connection:
                        connection.settimeout(20)
                        connection.recv(65536)
                        answer(connection)
                except OSError:
                    continue

        threading.Thread(target=loop, daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/ana/"

    yield serve
    done.set()
    listening.close()


def drip(data: bytes, done: threading.Event) -> Callable[[socket.socket], None]:
    """A byte now and then, without an end."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(data)
        while not done.wait(0.02):
            connection.sendall(b"a")

    return answer


@pytest.mark.parametrize(
    "begun", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", b"HTTP/1.1 100 Continue\r\n"]
)
def test_a_server_that_never_comes_to_an_end(speaking: Speak, begun: bytes) -> None:
    done = threading.Event()
    url = speaking(drip(begun, done))
    with pytest.raises(ServerError, match=r"took too long|does not answer"):
        sender(url, "", "", seconds=0.3)("GET", url, {}, b"")
    done.set()


def test_all_requests_together_have_an_end(speaking: Speak) -> None:
    url = speaking(lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
    assert sender(url, "", "")("GET", url, {}, b"").status == 200
    with pytest.raises(ServerError, match="took too long"):
        sender(url, "", "", all_seconds=0.0)("GET", url, {}, b"")


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\x00\xff" * 100,
        b"HTTP/9.9 what\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        b"HTTP/1.1 200 " + b"a" * 100_000,
    ],
)
def test_what_is_no_http(speaking: Speak, said: bytes) -> None:
    url = speaking(lambda connection: connection.sendall(said))
    with pytest.raises(ServerError, match="does not answer as a calendar server should"):
        sender(url, "ana", "\udcff")("GET", url, {}, b"")


@pytest.mark.parametrize(
    "place", ["http://127.0.0.1/\r\nX: y", "http://127.0.0.1/ä", "http://127.0.0.1/\udcff", "http://[::1", "//[", "\x00", ""]
)
def test_places_that_nobody_can_ask_for(place: str) -> None:
    with pytest.raises(ServerError):
        sender("http://127.0.0.1/", "", "")("GET", place, {}, b"")


@pytest.mark.parametrize("tag", ["a\r\nX: y", "\u2028", "\udcff", "a\x00", "x" * 100_000])
def test_tags_that_nobody_can_send(speaking: Speak, tag: str) -> None:
    url = speaking(lambda connection: connection.sendall(b"HTTP/1.1 412 No\r\nContent-Length: 0\r\n\r\n"))
    try:
        assert sender(url, "", "")("PUT", url, {"If-Match": tag}, b"x").status == 412
    except ServerError as problem:
        assert "\n" not in str(problem)  # noqa: PT017 - either is right


@pytest.mark.parametrize("host", ["a..b", "x" * 70, "-.example", "xn--", "[::1]", "127.1", "0x7f.1"])
def test_odd_hosts(host: str) -> None:
    address = f"https://{host}:1/"
    with pytest.raises(ServerError):
        sender(look_at(address), "", "", seconds=2)("GET", address, {}, b"")


ENTITIES = '<?xml version="1.0" encoding="{0}"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'
ENTITIES += '<multistatus xmlns="DAV:">&c;</multistatus>'
LISTS = {
    "entities": ENTITIES.format("utf-8").encode(),
    "entities, UTF-16": ENTITIES.format("utf-16").encode("utf-16"),
    "entities, UTF-16 without a mark": ENTITIES.format("utf-16").encode("utf-16-be"),
    "an entity of a file": b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    "an encoding nobody knows": b'<?xml version="1.0" encoding="klingon"?><a/>',
    "an encoding of several bytes": b'<?xml version="1.0" encoding="shift_jis"?><a/>',
    "another encoding than it says": b'<?xml version="1.0" encoding="utf-16"?><a/>',
    "half of it": b"<multistatus xmlns='DAV:'><response><href>/ana/",
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "an endless address": b"<m xmlns='DAV:'><response><href>" + b"a" * 2_000_000 + b"</href></response></m>",
    "a prefix nobody declared": b"<D:multistatus/>",
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_that_are_none(name: str) -> None:
    with pytest.raises(ServerError, match="not valid CalDAV"):
        fetch(URL, PACT, lambda *_: Answer(207, {}, LISTS[name]))


def listed(*hrefs: str, etag: str = '"1"') -> bytes:
    made = "".join(f"<response><href>{href}</href><propstat><prop><getetag>{etag}</getetag></prop></propstat></response>" for href in hrefs)
    return f'<multistatus xmlns="DAV:">{made}</multistatus>'.encode()


def test_a_list_is_read_whatever_else_is_in_it() -> None:
    own = f"/ana/{mark_of(PACT)}-00000000-0000-4000-8000-000000000000.ics"
    hrefs = ("//[", "http://[::1", "/ana/" + "a" * 5000, "/ana/%FF%00", own, "", "&#x2028;", "ä")
    deep = b"<a xmlns='DAV:'>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</a>"
    asked = []

    def send(method: str, place: str, headers: object, sent: bytes) -> Answer:
        asked.append((method, place))
        return Answer(207, {}, listed(*hrefs)) if method == "PROPFIND" else Answer(200, {}, b"BEGIN:VCALENDAR\r\n")

    assert fetch(URL, PACT, send).places == {}
    assert asked == [("PROPFIND", URL), ("GET", f"https://example.org{own}")]
    assert fetch(URL, PACT, lambda *_: Answer(207, {}, deep)).places == {}


@pytest.mark.parametrize("status", [199, 300, 304, 400, 418, 500, 599, 999])
def test_every_other_status_is_told(status: int) -> None:
    with pytest.raises(ServerError, match=str(status)):
        fetch(URL, PACT, lambda *_: Answer(status, {}, b""))
    changed = Updated("", [Resource("00000000-0000-4000-8000-000000000000", "BEGIN:VEVENT\r\nEND:VEVENT\r\n", "", "20260101")])
    with pytest.raises(ServerError, match=str(status)):
        push(URL, PACT, changed, fetch(URL, PACT, lambda *_: Answer(207, {}, listed())), lambda *_: Answer(status, {}, b""))


def test_what_is_never_closed_costs_no_more_than_what_is(monkeypatch: pytest.MonkeyPatch) -> None:
    from pactlang.calendars.export import standing

    class Counted(str):
        looks = 0

        def find(self, *arguments: object) -> int:  # type: ignore[override]
            Counted.looks += 1
            return str.find(self, *arguments)  # type: ignore[arg-type]

    with pytest.raises(ForeignError):
        standing._events(Counted("BEGIN:VEVENT\r\n" * 100_000))
    assert Counted.looks == 2
    with pytest.raises(ForeignError):
        read_resource(b"BEGIN:VEVENT\r\n" * 1_000)
    with pytest.raises(ForeignError):
        read_standing(b"END:VEVENT\r\n" * 1_000 + b"BEGIN:VEVENT\r\n" * 1_000)
