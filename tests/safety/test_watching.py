"""What goes on until it is stopped, and what speaks with a calendar server, in a folder full of what could run and of odd files."""

from __future__ import annotations

import ast
import base64
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.safety.options import NOW
from tests.safety.test_folder import COMMAND, HARMLESS, LISTENER, asked_for, canary, environment, hostile
from tests.safety.test_writing import CALENDAR, PACT

__all__ = ["canary", "hostile"]
FILES = ["us.pact", "us.pactlog"]
CALLS = {
    "lint": ["lint", "us.pact", "--log", "us.pactlog", *NOW, "--select", "M", "--watch"],
    "lint, of all that lies there": ["lint", *NOW, "--select", "M", "--watch"],
    "lint --fix": ["lint", "us.pact", *NOW, "--select", "M008", "--unsafe-fixes", "--watch"],
    "lint --read": ["lint", "us.pact", "--read", "--watch"],
    "export": ["export", *FILES, *NOW, "-o", "r.ics", "--watch"],
    "export --caldav": ["export", *FILES, *NOW, "--caldav", "{url}", "--watch"],
    "import": ["import", "shared.ics", *FILES, "--map", "rules.txt", "--yes", *NOW, "--watch"],
}
ODD = ["\x1b[31mred.pact", "two\nlines.pactlog", "-rf.pact", "\udcff.pactlog", ".us.pact.swp", "[a-.pact", "*.pactlog"]
PATIENCE = 60


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The address of an empty calendar on loopback, and what it was asked."""
    asked: list[tuple[str, str]] = []

    class Answers(BaseHTTPRequestHandler):
        def answer(self) -> None:
            asked.append((self.command, self.headers.get("Authorization", "")))
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = b'<multistatus xmlns="DAV:"/>' if self.command in ("PROPFIND", "REPORT") else b""
            self.send_response(207 if body else 201)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_PROPFIND = do_REPORT = do_PUT = do_GET = do_OPTIONS = answer  # noqa: N815 - named as Python looks for them

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}/ana/", asked
        listening.shutdown()


def odd_files(folder: Path) -> None:
    """Files that no watcher may open for long, follow outside, show raw, or stumble over."""
    os.mkfifo(folder / "pipe.pact")
    os.mkfifo(folder / "pipe.pactlog")
    (folder / "zero.pactlog").symlink_to("/dev/zero")
    (folder / "gone.pact").symlink_to("nowhere.pact")
    (folder / "round.pact").symlink_to("round.pact")
    (folder / "folder.pact").mkdir()
    for name in ODD:
        (folder / name).write_text("what\n")


def until(holds: Callable[[], object], process: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE * 20):
        if holds():
            return
        assert process.poll() is None, "it ended"
        time.sleep(0.05)
    raise AssertionError(f"nothing came: {process.args}")


def test_a_watcher_runs_nothing_that_lies_there_and_stumbles_over_nothing(
    hostile: Path, canary: Path, server: tuple[str, list[tuple[str, str]]], tmp_path: Path
) -> None:
    """All at once, since each mostly waits."""
    with ThreadPoolExecutor(len(CALLS)) as side_by_side:
        done = {name: side_by_side.submit(watched, name, tmp_path / str(place), hostile, server[0]) for place, name in enumerate(CALLS)}
    for one in done.values():
        one.result()
    assert not canary.exists()
    assert {method for method, _ in server[1]} == {"PROPFIND", "PUT"}
    assert {known for _, known in server[1]} == {"Basic " + base64.b64encode(b"ana:open sesame").decode()}


def watched(name: str, place: Path, hostile: Path, url: str) -> None:
    """One of the calls, in a copy of the folder: it answers each change, and does nothing else."""
    folder, heard = place / "us", place / "heard"
    shutil.copytree(hostile, folder, symlinks=True)
    (place / "sitecustomize.py").write_text(LISTENER.format(heard=str(heard), harmless=HARMLESS))
    call = [part.format(url=url) for part in CALLS[name]]
    env = environment(folder) | {"PYTHONPATH": str(place), "PYTHONDONTWRITEBYTECODE": "1"}
    env |= {"PACT_CALDAV_USER": "ana", "PACT_CALDAV_PASSWORD": "open sesame"}
    file = folder / ("shared.ics" if name == "import" else "us.pact")
    text = CALENDAR if name == "import" else PACT
    # Something new each time, so that there is something to say.
    texts = [text.replace("SUMMARY", f"DTSTAMP:2026020{n}T100000Z\r\nSUMMARY").replace("19:00", f"19:0{n}").encode() for n in (1, 2, 3)]
    said = place / "said"
    with said.open("wb") as out:
        process = subprocess.Popen([str(COMMAND), *call], cwd=folder, env=env, stdout=out, stderr=out, stdin=subprocess.DEVNULL)

        def size() -> int:
            return said.stat().st_size

        def heard_after(change: Callable[[], object]) -> None:
            before = size()
            change()
            until(lambda: size() != before, process)
            while (now := size()) != before:  # all of it
                before = now
                time.sleep(0.4)

        try:
            until(size, process)
            odd_files(folder)
            heard_after(lambda: file.write_bytes(texts[0]))
            heard_after(file.unlink)
            time.sleep(2)
            before = size()
            time.sleep(1.2)
            assert size() == before, "what is not there is told once, and waited for"
            for data in (texts[1], b"\xff\xfe\x00", texts[2]):
                heard_after(lambda data=data: file.write_bytes(data))
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
            process.wait()
    words = said.read_bytes()
    assert b"Traceback" not in words
    assert b"\x1b" not in words
    events = [ast.literal_eval(line) for line in heard.read_text().splitlines()]
    sockets = {args[1] for event, args in events if event == "socket.connect"}
    assert sockets == ({str(("127.0.0.1", urlsplit(url).port))} if "--caldav" in call else set())
    assert {args[0] for event, args in events if event == "subprocess.Popen"} <= {shutil.which("git")}
    assert [one for one in events if one[0].partition(".")[0] in ("open", "os") and not asked_for(call, one[1][0], folder)] == []
