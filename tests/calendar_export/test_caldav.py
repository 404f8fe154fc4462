"""A real CalDAV server, Radicale, on loopback: one resource for each item, and nothing touched that is not ours."""

from __future__ import annotations

import base64
import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import icalendar
import pytest

from pactlang.calendars.export.caldav import Answer, ServerError, fetch
from pactlang.calendars.export.http import look_at
from pactlang.inputs import load_text
from tests.calendar_export.exporting import CHECK_IN, ENCOUNTER, HEAD, TELL, TESTING

TEXT = HEAD.format(zone="Europe/Berlin") + CHECK_IN + TESTING + TELL
OTHER = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//EN\r\nBEGIN:VEVENT\r\nUID:theirs\r\nDTSTAMP:20260101T000000Z\r\n"
OTHER += b"DTSTART:20260601T100000Z\r\nDTEND:20260601T110000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


@dataclass
class Server:
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/ana/shared/"

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        token = base64.b64encode(b"ana:open sesame").decode()
        connection.request(method, path, body=body, headers={"Authorization": f"Basic {token}", **headers})
        answer = connection.getresponse()
        found = answer.status, answer.read()
        connection.close()
        return found

    def stored(self) -> dict[str, bytes]:
        """Every resource of the calendar."""
        _, body = self.ask("PROPFIND", "/ana/shared/", Depth="1")
        paths = re.findall(r"<(?:\w+:)?href>([^<]*\.ics)</", body.decode())
        return {path: self.ask("GET", path)[1] for path in paths}

    def events(self) -> list[icalendar.Event]:
        return [event for data in self.stored().values() for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]


@pytest.fixture(scope="module")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("radicale")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "users").write_text("ana:open sesame\n", encoding="utf-8")
    (folder / "config").write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = {folder}/users\n"
        f"htpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = {folder}/data\n[logging]\nlevel = error\n",
        encoding="utf-8",
    )
    call = [sys.executable, "-m", "radicale", "--config", str(folder / "config")]
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server(port)
    try:
        for _ in range(200):
            try:
                server.ask("GET", "/")
                break
            except OSError:
                assert process.poll() is None, "Radicale did not start"
                time.sleep(0.05)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def server(radicale: Server) -> Server:
    """An empty calendar, but for somebody's own event."""
    radicale.ask("DELETE", "/ana/shared/")
    assert radicale.ask("MKCALENDAR", "/ana/shared/")[0] == 201
    assert radicale.ask("PUT", "/ana/shared/theirs.ics", OTHER, **{"Content-Type": "text/calendar"})[0] == 201
    return radicale


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "us.pact").write_text(TEXT, encoding="utf-8")
    (tmp_path / "us.pactlog").write_text(ENCOUNTER, encoding="utf-8")
    return tmp_path


KNOWN = {"PACT_CALDAV_USER": "ana", "PACT_CALDAV_PASSWORD": "open sesame"}


def send(folder: Path, url: str, **known: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "pactlang", "export", "us.pact", "--caldav", url, "--as-of", "2026-06-01T12:00"]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PACT_CALDAV")}
    environment = {**plain, **(known or KNOWN)}
    nobody = subprocess.DEVNULL
    return subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60, stdin=nobody)


def test_one_resource_for_each_item_and_updates_in_place(server: Server, folder: Path) -> None:
    first = send(folder, server.url)
    assert (first.returncode, first.stderr) == (0, "")
    assert "4 written" in first.stdout
    assert len(server.stored()) == 5
    for path, data in server.stored().items():
        if not path.endswith("theirs.ics"):
            assert data.count(b"BEGIN:VEVENT") == 1
            assert (b"TZID=Europe/Berlin" in data) == (b"BEGIN:VTIMEZONE" in data)
            assert b"METHOD" not in data
    before = server.stored()
    again = send(folder, server.url)
    assert "nothing to change" in again.stdout
    assert server.stored() == before

    # A new test and an answer: one resource moves, one goes, nothing else is touched.
    log = ENCOUNTER + "2026-05-31  test by Ana\n2026-06-01 08:00  disclosure by Ana to Ben about e1\n"
    (folder / "us.pactlog").write_text(log, encoding="utf-8")
    moved = send(folder, server.url)
    assert "1 written, 1 deleted" in moved.stdout
    after = server.stored()
    assert len(after) == 4
    assert set(after) < set(before)
    titles = sorted(str(event["SUMMARY"]) for event in server.events())
    assert titles == [
        "Appointment to book",
        "Appointment to book",
        "Check-in",
        "Dentist",
    ]
    assert sorted(event["SEQUENCE"] for event in server.events() if "SEQUENCE" in event) == [0, 0, 1]


def test_pause_renegotiation_and_a_new_name_of_a_clause(server: Server, folder: Path) -> None:
    send(folder, server.url)
    before = set(server.stored())
    changed = TEXT.replace("check-in\n    check", "check-in sundays\n    check").replace("testing\n", "testing health\n", 1)
    (folder / "us.pact").write_text(changed, encoding="utf-8")
    assert "nothing to change" in send(folder, server.url).stdout
    paused = TEXT + "pause breather\n    anyone may pause check-ins for at most 14 days\n"
    (folder / "us.pact").write_text(paused.replace("19:00", "20:00"), encoding="utf-8")
    (folder / "us.pactlog").write_text(ENCOUNTER + "2026-06-01 08:00  pause by Ana until 2026-06-08\n", encoding="utf-8")
    assert "2 written" in send(folder, server.url).stdout
    series = next(event for event in server.events() if "RRULE" in event)
    assert series["DTSTART"].to_ical() == b"20260308T200000"
    assert series["EXDATE"].to_ical() == b"20260607T200000"
    assert before < set(server.stored())
    assert "nothing to change" in send(folder, server.url).stdout


def test_two_agreements_in_one_calendar(server: Server, folder: Path) -> None:
    send(folder, server.url)
    (folder / "us.pact").write_text(TEXT.replace('"Ana and Ben"', '"The flat"').replace(TESTING + TELL, ""), encoding="utf-8")
    (folder / "us.pactlog").unlink()
    send(folder, server.url)
    assert len(server.stored()) == 6


def test_a_wrong_password_is_told(server: Server, folder: Path) -> None:
    done = send(folder, server.url, **KNOWN | {"PACT_CALDAV_PASSWORD": "guessed"})
    assert done.returncode == 2
    assert "rejects this name and password" in done.stderr
    assert "guessed" not in done.stderr
    assert len(server.stored()) == 1


def test_no_calendar_there(server: Server, folder: Path) -> None:
    done = send(folder, server.url.replace("shared", "none"))
    assert (done.returncode, "there is none at this address" in done.stderr) == (2, True)


def test_nobody_answers(folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        done = send(folder, f"http://127.0.0.1:{free.getsockname()[1]}/")
    assert (done.returncode, "does not answer" in done.stderr) == (2, True)


def test_without_a_terminal_the_environment_is_asked(server: Server, folder: Path) -> None:
    done = send(folder, server.url, LANG="C")
    assert done.returncode == 2
    assert "set PACT_CALDAV_USER and PACT_CALDAV_PASSWORD" in done.stderr


@pytest.mark.parametrize(
    "address",
    [
        "http://calendar.example.org/ana/",
        "https://ana:secret@calendar.example.org/",
        "https://ana@calendar.example.org/",
        "file:///etc/passwd",
        "https://",
        "https://example.org:port/",
        "https://example.org/a\r\nX: y",
        "https://example.org/?q=1",
    ],
)
def test_addresses_that_are_refused(address: str) -> None:
    with pytest.raises(ServerError, match=r"^--caldav: "):
        look_at(address)


def test_an_address_is_a_folder() -> None:
    assert look_at("https://example.org/ana/calendar") == "https://example.org/ana/calendar/"


HOSTILE = [
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><multistatus xmlns="DAV:"/>',
    b"<multistatus",
    b"",
]


@pytest.mark.parametrize("body", HOSTILE)
def test_a_hostile_list_is_refused(body: bytes) -> None:
    def hostile(method: str, place: str, headers: object, sent: bytes) -> Answer:
        return Answer(207, {}, body)

    with pytest.raises(ServerError, match="not valid CalDAV"):
        fetch("https://example.org/ana/", load_text(TEXT), hostile)


def test_a_server_cannot_send_us_elsewhere() -> None:
    asked = []

    def elsewhere(method: str, place: str, headers: object, sent: bytes) -> Answer:
        asked.append(place)
        hrefs = ("https://evil.example/ana/x.ics", "/other/x.ics", "../../x.ics", "/ana/theirs.ics")
        responses = "".join(f"<response><href>{href}</href></response>" for href in hrefs)
        return Answer(207, {}, f'<multistatus xmlns="DAV:">{responses}</multistatus>'.encode())

    assert fetch("https://example.org/ana/", load_text(TEXT), elsewhere).places == {}
    assert asked == ["https://example.org/ana/"]
