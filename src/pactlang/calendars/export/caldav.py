"""A calendar on a CalDAV server brought up to date: one resource for each item, nothing touched that was not written here."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.parsers import expat

from msgspec import Struct, field

from pactlang.calendars.export.standing import ForeignError, Standing, StandingCalendar, read_resource
from pactlang.calendars.export.uid import uid
from pactlang.source import PlainError

if TYPE_CHECKING:
    from pactlang.calendars.export.update import Updated
    from pactlang.model.agreement import Agreement

_DAV = "DAV: "
_LIST = b'<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/><resourcetype/></prop></propfind>'
_LONGEST = 10_000  # characters of an address or a tag
_CALENDAR = "text/calendar; charset=utf-8"


class Answer(Struct, frozen=True):
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Send = Callable[[str, str, Mapping[str, str], bytes], Answer]


class ServerError(PlainError):
    """The server did not do what it was asked; the message says so in plain words."""


class Remote(Struct):
    """What this agreement has on the server: by UID, where it is and in which state it was read."""

    places: dict[str, tuple[str, str]] = field(default_factory=dict)
    calendar: StandingCalendar = field(default_factory=StandingCalendar)


class Sent(Struct):
    """How many resources were written and deleted."""

    written: int = 0
    deleted: int = 0


def mark_of(agreement: Agreement) -> str:
    """What the names of an agreement's resources start with: it tells its own from everybody else's, and says nothing."""
    return uuid.UUID(uid(agreement.title, agreement.parties, ("resources",))).hex[:12]


def fetch(url: str, agreement: Agreement, send: Send) -> Remote:
    """Read what this agreement has on the server, and nothing else."""
    answer = send("PROPFIND", url, {"Depth": "1", "Content-Type": "application/xml; charset=utf-8"}, _LIST)
    _expect(answer, (207,), "be read")
    remote = Remote()
    mark = mark_of(agreement)
    for place, etag in _listed(answer.body, url):
        if not re.fullmatch(rf"{mark}-[0-9a-f-]{{36}}\.ics", unquote(urlsplit(place).path).rpartition("/")[2]):
            continue
        found = send("GET", place, {}, b"")
        if found.status == 404:
            continue
        _expect(found, (200,), "be read")
        standing = _standing(found.body)
        if standing is not None:
            remote.places[standing.uid] = (place, found.headers.get("etag", etag))
            remote.calendar.events[standing.uid] = standing
    return remote


def push(url: str, agreement: Agreement, updated: Updated, remote: Remote, send: Send) -> Sent:
    """Write what is new or changed, delete what is withdrawn. What somebody changed meanwhile is left, and told."""
    sent = Sent()
    mark = mark_of(agreement)
    for resource in updated.resources:
        known = remote.places.get(resource.uid)
        standing = remote.calendar.events.get(resource.uid)
        if standing is not None and resource.event == standing.raw:
            continue
        place = known[0] if known else urljoin(url, quote(f"{mark}-{resource.uid}.ics"))
        condition = {"If-Match": known[1]} if known and known[1] else {} if known else {"If-None-Match": "*"}
        if resource.withdrawn:
            if known:
                _expect(send("DELETE", place, condition, b""), (200, 202, 204, 404), "be changed")
                sent.deleted += 1
            continue
        _expect(send("PUT", place, {"Content-Type": _CALENDAR, **condition}, updated.alone(resource)), (200, 201, 204), "be changed")
        sent.written += 1
    return sent


def _standing(body: bytes) -> Standing | None:
    try:
        return read_resource(body)
    except ForeignError:
        return None


def _listed(body: bytes, url: str) -> list[tuple[str, str]]:
    """The resources in a server's list, as addresses on that same server, with their states."""
    found = []
    home = urlsplit(url)
    for href, etag in _responses(body):
        try:
            place = urljoin(url, href)
            target = urlsplit(place)
        except ValueError:
            continue  # no address, so none of ours
        # A server cannot send us, and what we say, anywhere else.
        if (target.scheme, target.netloc) == (home.scheme, home.netloc) and target.path.startswith(home.path) and target.path != home.path:
            found.append((place, etag))
    return sorted(found)


def _responses(body: bytes) -> list[tuple[str, str]]:
    """The first `href` and the first `getetag` of each response in a list. Raises `ServerError` where it is no such list.

    Looked at by the parser itself, as it reads: so nothing is built of a document that declares a type or entities, in whatever encoding.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[dict[str, str]] = []
    inside = ""

    def begun(name: str, _: object) -> None:
        nonlocal inside
        if name == f"{_DAV}response":
            found.append({})
        inside = name if found and name in (f"{_DAV}href", f"{_DAV}getetag") and name not in found[-1] else ""
        if inside:
            found[-1][inside] = ""

    def said(text: str) -> None:
        if inside:
            found[-1][inside] += text
            if len(found[-1][inside]) > _LONGEST:
                raise ValueError("a long address")

    def over(_: str) -> None:
        nonlocal inside
        inside = ""

    def refused(*_: object) -> None:
        raise ValueError("a document type")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begun, over, said
    parser.StartDoctypeDeclHandler = refused
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise ServerError("the server's list is not valid CalDAV") from None
    return [(one.get(f"{_DAV}href", "").strip(), one.get(f"{_DAV}getetag", "").strip()) for one in found]


def _expect(answer: Answer, wanted: tuple[int, ...], what: str) -> None:
    if answer.status in wanted:
        return
    match answer.status:
        case 401 | 403:
            raise ServerError(f"the calendar cannot {what}: the server rejects this name and password")
        case 404:
            raise ServerError(f"the calendar cannot {what}: there is none at this address")
        case 412:
            raise ServerError("someone else has changed the calendar in the meantime; run it again")
        case 301 | 302 | 307 | 308:
            raise ServerError("the server says that the calendar has moved; find its new address and use that one")
        case _:
            raise ServerError(f"the calendar cannot {what}: the server answered {answer.status}")
