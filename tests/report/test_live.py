"""`pact report --live`: the real server on a free port of loopback. Who has no token, another name or another page gets nothing."""

from __future__ import annotations

import html
import http.client
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from pactlang.cli.report_live import FolderDesk
from pactlang.report.live import MOST, Live
from tests.cli.running import Folder, interrupted

PACT = """pact "Ana <script>alert(1)</script> & Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
use relationships
cap few
    at most 1 encounter per month
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
"""


class Page:
    """A server on a folder, and a browser that is honest unless told otherwise."""

    def __init__(self, server: Live, log: Path) -> None:
        self.server, self.log = server, log

    def ask(self, method: str, path: str, body: str = "", **headers: str | None) -> tuple[int, str, dict[str, str]]:
        own = {"Host": f"127.0.0.1:{self.server.server_port}"}
        if method == "POST":
            own |= {"Origin": f"http://{own['Host']}", "Content-Type": "application/x-www-form-urlencoded"}
        sent = own | {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=30)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        if method == "POST" and "Content-Length" not in sent:
            connection.putheader("Content-Length", str(len(body.encode())))
        connection.endheaders()
        connection.send(body.encode())
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text, dict(answer.getheaders())

    @property
    def home(self) -> str:
        return f"/{self.server.token}/"

    def tried(self, entry: str, note: str = "") -> str:
        return self.ask("POST", f"{self.home}try", urlencode({"entry": entry, "note": note}))[1]

    def write(self, key: str) -> str:
        return self.ask("POST", f"{self.home}log", urlencode({"key": key}))[1]


def key_of(page: str) -> str:
    found = re.search(r'name="key" value="([^"]+)"', page)
    assert found is not None, page[:3000]
    return found[1]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    (tmp_path / "us.pact").write_text(PACT)
    log = tmp_path / "us.pactlog"
    log.write_text("2026-01-06 20:00  encounter by Ana with dana\n")
    (tmp_path / "other.pactlog").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    server = Live(FolderDesk(["us.pact", "us.pactlog"], "", for_review=False, this_text=True))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield Page(server, log)
    server.shutdown()
    server.server_close()
    thread.join()


def test_it_listens_on_loopback_alone_and_shows_the_report(page: Page) -> None:
    assert page.server.server_address[0] == "127.0.0.1"
    status, text, headers = page.ask("GET", page.home)
    assert status == 200
    assert "What went well" in text
    assert "<script>alert" not in text
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Server"].strip() == "pact"
    (nonce,) = set(re.findall(r"nonce[-=]\"?([\w-]+)", headers["Content-Security-Policy"]))
    assert text.count("<script") == 1
    assert f'<script nonce="{nonce}">' in text


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/", {}),
        ("GET", "/wrong/", {}),
        ("GET", "/%C3%A9/", {}),
        ("GET", "/{token}", {}),
        ("GET", "/{token}/../{token}/", {}),
        ("GET", "/{token}/us.pact", {}),
        ("GET", "/{token}/", {"Host": "evil.example"}),
        ("GET", "/{token}/", {"Host": "127.0.0.1"}),
        ("GET", "/{token}/", {"Host": None}),
        ("GET", "/{token}/", {"Origin": "http://evil.example"}),
        ("GET", "/{token}/state", {"Origin": "null"}),
        ("GET", "/{token}/", {"Sec_Fetch_Site": "cross-site"}),
        ("GET", "/{token}/", {"Sec_Fetch_Site": "same-site"}),
        ("POST", "/wrong/try", {}),
        ("POST", "/{token}/", {}),
        ("POST", "/{token}/try", {"Host": "evil.example"}),
        ("POST", "/{token}/try", {"Origin": None}),
        ("POST", "/{token}/try", {"Origin": "null"}),
        ("POST", "/{token}/log", {"Origin": "http://evil.example"}),
        ("POST", "/{token}/try", {"Origin": "https://127.0.0.1:{port}"}),
        ("POST", "/{token}/try", {"Content_Type": "text/plain"}),
        ("POST", "/{token}/try", {"Content_Length": str(MOST + 1)}),
        ("POST", "/{token}/try", {"Content_Length": "-1"}),
        ("POST", "/{token}/try", {"Transfer_Encoding": "chunked"}),
    ],
)
def test_who_does_not_belong_here_gets_nothing(page: Page, method: str, path: str, headers: dict[str, str | None]) -> None:
    told = {"{token}": page.server.token, "{port}": str(page.server.server_port)}
    for name, value in told.items():
        path = path.replace(name, value)
        headers = {header: words.replace(name, value) if words is not None else None for header, words in headers.items()}
    before = page.log.read_bytes()
    status, text, _ = page.ask(method, path, "entry=x", **headers)
    assert (status, text) == (404, "Not here.\n")
    assert page.log.read_bytes() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"])
def test_there_are_no_other_ways_in(page: Page, method: str) -> None:
    status, text, headers = page.ask(method, page.home)
    assert status == 501
    assert page.server.token not in text + str(headers)


def test_the_form_says_what_may_says_and_writes_that_line_once(page: Page) -> None:
    before = page.log.read_text()
    shown = page.tried("2026-01-07 10:00 disclosure by Ana to Ben", "We sat on the stairs.\n2026-01-08  test by Ben")
    assert "  2026-01-07 10:00  disclosure by Ana to Ben\n" in html.unescape(shown)
    assert page.log.read_text() == before
    key = key_of(shown)
    assert "Written to us.pactlog." in page.write(key)
    written = page.log.read_text()
    # One entry: what looks like a second line is part of the note.
    assert written.removeprefix(before).startswith("2026-01-07 10:00  disclosure by Ana to Ben")
    assert "\n    2026-01-08  test by Ben\n" in written
    assert "was written already" in page.write(key)
    assert "was written already" in page.write("made up")
    assert page.log.read_text() == written


def test_it_is_the_answer_of_may_and_what_breaks_something_can_be_written(page: Page) -> None:
    folder = Folder(page.log.parent)
    asked = "2026-01-09 20:00 encounter by Ben with kim"
    shown = html.unescape(page.tried(asked))
    answer = folder.run("may", "us.pact", "us.pactlog", "--this-text", asked)
    assert answer.code == 1
    assert [line for line in answer.out.split() if line not in shown] == []
    assert "It happened: write it" in shown


@pytest.mark.parametrize(
    "entry",
    [
        "</pre><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)> by Ana',
        "encounter by Ana with \"<b>dana</b>\" at '<i>'",
        "2026-01-07 nonsense\u202e by Ana",
        "other.pactlog",
        "other.pactlog 2026-01-07 test by Ana",
        "--forget 2026-02-01",
        "/etc/passwd",
        "encounter by nobody-here",
        "{{ 7 * 7 }} by Ana",
    ],
)
def test_whatever_is_typed_stays_text_and_names_no_file(page: Page, entry: str) -> None:
    before = {path.name: path.read_bytes() for path in page.log.parent.glob("*.pact*")}
    shown = page.tried(entry, entry)
    for told in ("<script>alert", "<img", "<b>", "<i>", "root:", "\u202e</pre", "49 by"):
        assert told not in shown
    assert ('name="key"' in shown) == entry.startswith("encounter by Ana")  # odd names are names
    assert html.escape(entry) in shown.replace("&#34;", "&quot;").replace("&#39;", "&#x27;")
    assert {path.name: path.read_bytes() for path in page.log.parent.glob("*.pact*")} == before


def test_it_follows_the_files_and_says_what_is_wrong_with_them(page: Page) -> None:
    page.ask("GET", page.home)
    before = page.ask("GET", f"{page.home}state")[1]
    page.log.write_text("2026-01-06  encunter by <b>Ana</b>\n")
    assert page.ask("GET", f"{page.home}state")[1] != before
    status, text, _ = page.ask("GET", page.home)
    assert status == 200
    assert "The files cannot be read" in text
    assert "encunter" in text
    assert "<b>Ana" not in text
    page.log.write_text("")
    assert "What went well" in page.ask("GET", page.home)[1]


def test_it_follows_commits_what_is_brought_in_and_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "us.pact").write_text(PACT.replace("use relationships", 'use relationships\ninclude "more.pact"'))
    (tmp_path / "more.pact").write_text("event tea\n")
    (tmp_path / "us.pactlog").write_text("")
    monkeypatch.chdir(tmp_path)
    git = ("git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    subprocess.run((*git, "init", "-q"), check=True)
    subprocess.run((*git, "add", "us.pact"), check=True)
    desk = FolderDesk([], "", for_review=False, this_text=False)
    desk.report()
    known = desk.state()
    assert desk.state() == known
    subprocess.run((*git, "commit", "-q", "-m", "First"), check=True)
    committed = desk.state()
    assert committed != known
    (tmp_path / "more.pact").write_text("event coffee\n")
    changed = desk.state()
    assert changed != committed
    (tmp_path / "pact.toml").write_text('[log]\nas = "Ben"\n')
    assert desk.state() != changed
    desk.report()
    known = desk.state()
    tomorrow = desk._until
    assert tomorrow is not None
    monkeypatch.setattr("time.time", lambda: tomorrow + 1)
    assert desk.state() != known


def test_a_term_or_a_pause_that_ends_today_is_waited_for() -> None:
    from pactlang.checker.engine import judge
    from pactlang.cli.report_live import _next_change
    from pactlang.inputs import load_text, moment_of, read_logs, zone_of_all

    agreement = load_text(PACT)
    entries, _ = read_logs([Path("us.pactlog")], [agreement], lambda _: b"2026-01-06 20:00  encounter by Ben with dana\n")
    zone = zone_of_all([agreement])
    for as_of, then in (
        ("2026-01-06T21:00", "2026-01-07T00:00"),
        ("2026-01-07T09:00", "2026-01-07T20:00"),
        ("2026-01-08T09:00", "2026-01-09T00:00"),
    ):
        judgement = judge([agreement], entries, moment_of(as_of, zone), zone, keep_all=True)
        assert zone.show(_next_change(judgement)) == zone.show(moment_of(then, zone))


def test_one_of_several_logs_is_chosen_and_no_other_file_is_ever_written(page: Page) -> None:
    other = page.log.with_name("other.pactlog")
    page.server.desk = FolderDesk(["us.pact", "us.pactlog", "other.pactlog"], "", for_review=False, this_text=True)
    shown = page.ask("GET", page.home)[1]
    assert re.findall(r"<option[^>]*>([^<]+)", shown) == ["us.pactlog", "other.pactlog"]
    asked = {"entry": "2026-02-06 19:00  date-night by Ana and Ben", "note": "", "log": "other.pactlog"}
    shown = page.ask("POST", f"{page.home}try", urlencode(asked))[1]
    assert "<option selected>other.pactlog" in shown
    before = page.log.read_bytes()
    assert "Written to other.pactlog." in page.write(key_of(shown))
    assert "date-night by Ana and Ben" in other.read_text()
    for name in ("", "us.pact", "../us.pactlog", "new.pactlog", str(other)):
        shown = page.ask("POST", f"{page.home}try", urlencode(asked | {"log": name}))[1]
        assert 'name="key"' not in shown
        assert "which log?" in shown
    assert page.log.read_bytes() == before
    assert not page.log.with_name("new.pactlog").exists()


def test_many_writers_at_once_lose_nothing_and_double_nothing(page: Page) -> None:
    """Some press twice; another program writes as well, with the same lock as `pact log`."""
    from pactlang.day.append import add
    from pactlang.log.entry import Entry

    keys = [key_of(page.tried(f"2026-01-{day:02} 10:00 disclosure by Ana to Ben")) for day in range(10, 13)]
    jobs = [threading.Thread(target=page.write, args=(key,)) for key in (*keys, *keys)]
    jobs += [threading.Thread(target=add, args=(page.log, Entry("test", 739640 + place, by=("Ben",)))) for place in range(4)]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    lines = page.log.read_text().splitlines()
    assert sum("disclosure by Ana to Ben" in line for line in lines) == 3
    assert sum("test by Ben" in line for line in lines) == 4


@pytest.mark.parametrize("words", ["-o page.html", "--redact", "--as-of 2026-02-01", "--format json"])
def test_what_does_not_go_with_it(tmp_path: Path, words: str) -> None:
    (tmp_path / "us.pact").write_text(PACT)
    answer = Folder(tmp_path).run("report", "--live", *words.split())
    assert answer.code == 2
    assert "--live is a page of now, with a form" in answer.err


def test_texts_that_cannot_be_read_are_told_before_anything_listens(tmp_path: Path) -> None:
    (tmp_path / "us.pact").write_text("pact\n    nonsense\n")
    answer = Folder(tmp_path).run("report", "--live")
    assert (answer.code, answer.out) == (2, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_the_command_says_its_address_and_ends_with_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "us.pact").write_text(PACT)
    command = [sys.executable, "-m", "pactlang", "report", "--live"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/[\w-]{43}/", address)
        assert found is not None, address
        with urlopen(address, timeout=30) as answer:  # noqa: S310 - it was just looked at
            assert b"What went well" in answer.read()
        _, err = interrupted(running)
    assert running.returncode == 0
    assert "Ctrl+C ends it" in err
    assert address not in err
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", int(found[1])), timeout=5)
