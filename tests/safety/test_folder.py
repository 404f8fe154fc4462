"""Nothing that lies in a folder runs when somebody opens an agreement there: no module, no program, nothing that git is told to start.

Each hostile thing writes a line into one file. At the end that file must not be there.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from pactlang.programs import own_process
from tests.cli.running import interrupted
from tests.safety.options import filled
from tests.safety.registry import lacking
from tests.safety.test_writing import CALENDAR, LOG, MANY, PACT

COMMAND = Path(sys.executable).with_name("pact")
NOW = ["--as-of", "2026-03-01"]
# What the commands load from elsewhere; what Python brings along is listed by Python.
OTHERS = "lark msgspec typer click rich pygments markdown_it tzdata icalendar pyarrow orjson"
OTHERS += " pygls lsprotocol cattrs attr attrs jinja2 keyring filelock yaml numpy sitecustomize usercustomize pactlang shellingham"
PROGRAMS = "git ssh-keygen ssh python python3 sh bash less more cat env pact pactlang gpg vi nano stty uname"
SETTINGS = """
[core]
    fsmonitor = {run}
    pager = {run}
    editor = {run}
    sshCommand = {run}
    askPass = {run}
    gitProxy = {run}
    hooksPath = hooks
    alternateRefsCommand = {run}
    attributesFile = .gitattributes
[pager]
    log = {run}
    show = {run}
    config = {run}
[diff]
    external = {run}
    tool = own
[diff "own"]
    textconv = {run}
    command = {run}
[diff "pact"]
    textconv = {run}
    command = {run}
[filter "own"]
    clean = {run}
    smudge = {run}
    process = {run}
    required = true
[merge "own"]
    driver = {run}
[merge "pact"]
    driver = {run}
[gpg]
    program = {run}
[gpg "ssh"]
    program = {run}
    defaultKeyCommand = {run}
[log]
    showSignature = true
    mailmap = true
[credential]
    helper = !{run}
[alias]
    log = !{run}
    cat-file = !{run}
    rev-parse = !{run}
    show = !{run}
    ls-tree = !{run}
[interactive]
    diffFilter = {run}
[trailer "x"]
    command = {run}
[uploadpack]
    packObjectsHook = {run}
[protocol]
    allow = always
[extensions]
    partialClone = origin
[remote "origin"]
    url = ext::{run}
    promisor = true
    partialclonefilter = blob:none
    uploadpack = {run}
[gc]
    auto = 1
    recentObjectsHook = {run}
[maintenance]
    auto = true
[include]
    path = ../more.ini
"""

TABLE = "at,type,by\n2026-02-12,test,Ana\n"
CALLS: list[list[str]] = [
    ["--version"],
    ["--help"],
    ["new", "begun", "--from", "2026-01-05", "--between", "Ana and Ben"],
    ["check", *NOW],
    ["check", "--history", *NOW],
    ["check", "us.pact", "table.csv", *NOW, "--format", "json"],
    ["check", "us.pact", *NOW, "--format", "sarif"],
    ["check", "us.pact", *NOW, "--format", "markdown"],
    ["lint", *NOW, "--select", "M,C", "--format", "sarif"],
    ["fix"],
    ["explain", "cap", "--help"],
    ["explain", "evenings"],
    ["test"],
    ["status", *NOW],
    ["status", "--history", *NOW],
    ["why", *NOW, "check-in@2026-01-11"],
    ["may", *NOW, "encounter by Ana with dana"],
    ["log", "--yes", *NOW, "test by Ana on 2026-02-20"],
    ["log", "--undo"],
    ["log", "--yes", "--forget", "2026-01-01"],
    ["repair", *NOW, "check-in@2026-01-11"],
    ["sheet", "impact", *NOW],
    ["report", "-o", "r.html", *NOW],
    ["report", "--format", "terminal", *NOW],
    ["report", "--format", "markdown", *NOW],
    ["sheet", "check-in", *NOW],
    ["export", "-o", "r.ics", *NOW],
    ["days", "--country", "DE", "--years", "2026"],
    ["import", "shared.ics", "--map", "rules.txt", "--yes", *NOW],
    ["fmt"],
    ["diff", "HEAD:us.pact", "us.pact"],
    ["sign", "--as", "Ana", "--on", "2026-01-01"],
    ["sign", "--as", "Ana", "--on", "2026-01-01", "--key", "key"],
    ["verify", "--keys"],
    ["history"],
    ["git", "textconv", "us.pact"],
    ["git", "diff-driver", "us.pact", "us.pact", "0", "100644", "us.pact", "0", "100644"],
    ["git", "merge-driver", "us.pact", "ours.merge", "us.pact"],
    ["git", "merge-driver", "--log", "us.pactlog", "ours.merge", "us.pactlog"],
    ["--completion", "fish"],
    ["git", "hook"],
    ["git", "install"],
    ["git", "uninstall"],
    ["doctor"],
    ["fleet", "many.jsonl", "--out", "found.jsonl", "--cores", "1", *NOW],
    ["rules"],
    ["rule", "M001"],
]


# Of the calls with all other options, a fourth in CI; what goes on until it is stopped or speaks with a server
# has tests of its own (below, and in test_watching.py).
ALONE = {"--live", "--watch", "--caldav"}
MORE = [call for call, _ in filled(2, 4) if ALONE.isdisjoint(call)]

# What is written, by the first words of a call; everything else writes nothing. What git itself writes is not heard.
WRITTEN = {
    "new": r"\.|begun(/.*)?|\.gitattributes|\.git/hooks(/pre-commit)?",
    "log": r"us\.pactlog|home/\.local(/state(/pactlang(/last-\d+\.json)?)?)?",
    "report": r"r\.html",
    "lint": r"us\.pact|known\.json",
    "fix": r"us\.pact",
    "export": r"r\.ics",
    "import": r"us\.pactlog",
    "sign": r"us\.pact",
    "fleet": r"found\.jsonl",
    "git install": r"\.|\.gitattributes|\.git/hooks(/pre-commit)?",
    "git uninstall": r"\.|\.gitattributes|\.git/hooks(/pre-commit)?",
    "git merge-driver": r"ours\.merge",
}
LISTENER = """
import os, sys
heard = os.open({heard!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
def hear(event, args):
    if event.partition(".")[0] not in ("open", "socket", "subprocess", "os") or event in {harmless!r}:
        return
    if event != "open" or not isinstance(args[0], int) and args[0] != os.devnull and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        os.write(heard, ascii((event, [str(one) for one in args])).encode() + b"\\n")
sys.addaudithook(hear)
"""
HARMLESS = ("os.listdir", "os.scandir", "os.putenv", "os.unsetenv", "os.posix_spawn", "os.kill")


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that whatever runs writes into."""
    return tmp_path_factory.mktemp("canary") / "ran"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, canary: Path) -> Path:
    """A folder with an agreement in a repository, and with all that could run."""
    folder = tmp_path_factory.mktemp("hostile")
    files = {"us.pact": PACT, "us.pactlog": LOG, "ours.merge": PACT, "shared.ics": CALENDAR, "table.csv": TABLE, "many.jsonl": MANY}
    files |= {"rules.txt": 'title is "Check-in" -> check-in by Ana and Ben\n', "pact.toml": '[lint]\nprofile = "strict"\n'}
    for name, text in files.items():
        (folder / name).write_text(text)
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for call in (["init", "-q"], ["add", "us.pact"], [*who, "commit", "-qm", "one"]):
        subprocess.run(["git", *call], cwd=folder, env=plain, check=True)
    (folder / "us.pact").write_text(PACT.replace("at most 4", "at most 5"))
    for call in ([*who, "commit", "-qam", "two"],):
        subprocess.run(["git", *call], cwd=folder, env=plain, check=True)

    program = f'#!/bin/sh\necho "$0 $*" >> "{canary}"\nexit 0\n'
    module = f"open({str(canary)!r}, 'a').write(__file__ + '\\n')\n"
    for name in [*sys.stdlib_module_names, *OTHERS.split()]:
        (folder / f"{name}.py").write_text(module)
    for name in ("lark", "json", "encodings", "collections", "msgspec", "importlib"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(module)
    (folder / "hooks").mkdir()
    hooks = [f"hooks/{one}" for one in ("pre-commit", "post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman")]
    (folder / ".git" / "hooks").mkdir(exist_ok=True)
    hooks += [f".git/{one}" for one in hooks]
    for name in [*PROGRAMS.split(), "evil", *hooks]:
        (folder / name).write_text(program)
        (folder / name).chmod(0o755)
    with (folder / ".git" / "config").open("a") as config:
        config.write(SETTINGS.format(run=folder / "evil"))
    (folder / "more.ini").write_text(f"[core]\n    fsmonitor = {folder / 'evil'}\n")
    (folder / ".gitattributes").write_text("* filter=own diff=own merge=own\n")
    (folder / "key").write_text("no key\n")
    (folder / "allowed_signers").write_text("Ana ssh-ed25519 AAAA\n")
    (folder / ".inputrc").write_text("$include evil\n")
    return folder


@pytest.fixture(scope="module")
def listener(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a module that Python loads first of all, and that notes what a command opens, writes, starts and connects to."""
    folder = tmp_path_factory.mktemp("listener")
    (folder / "sitecustomize.py").write_text(LISTENER.format(heard=str(folder / "heard"), harmless=HARMLESS))
    return folder


def environment(folder: Path) -> dict[str, str]:
    """As careless as it comes: the folder itself is among those where programs are looked for."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    path = os.pathsep.join(["", ".", *os.environ["PATH"].split(os.pathsep), "."])
    return {"PATH": path, "HOME": str(home), "COLUMNS": "100", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def test_every_command_is_called() -> None:
    assert lacking(CALLS) == {"lsp"}  # which has a test of its own


def asked_for(call: list[str], path: str, folder: Path) -> bool:
    """Whether a path is what a call is there to write, or its lock, or its new bytes."""
    wanted = next((names for words, names in WRITTEN.items() if " ".join(call).startswith(words)), None)
    if wanted is None:
        return False
    name = Path(os.path.relpath(folder / path, folder))
    begun = re.fullmatch(r"\.(.+)\.(lock|parts|([0-9a-f]{8}){1,2}\.tmp)", name.name)
    return re.fullmatch(wanted, str(name.with_name(begun[1]) if begun else name)) is not None


@pytest.mark.parametrize("call", [*CALLS, *MORE], ids=" ".join)
def test_no_command_runs_what_lies_there_or_does_what_nobody_asked_for(
    hostile: Path, canary: Path, listener: Path, call: list[str]
) -> None:
    def ran_in_it(arguments: list[str]) -> subprocess.CompletedProcess[str]:
        command, env = [str(COMMAND), *arguments], environment(hostile)
        env |= {"PYTHONPATH": str(listener), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(command, cwd=hostile, env=env, capture_output=True, text=True, check=False, timeout=120, input="")

    if "--undo" in call:  # there must be something to take back, whichever test came before
        assert ran_in_it(["log", "--yes", *NOW, "test by Ana on 2026-02-21"]).returncode == 0
    (listener / "heard").unlink(missing_ok=True)
    done = ran_in_it(call)
    events = [ast.literal_eval(line) for line in (listener / "heard").read_text().splitlines()]
    assert [one for one in events if one[0].startswith("socket.")] == []
    programs = {shutil.which("git"), shutil.which("ssh-keygen")} | ({str(COMMAND.with_name("python"))} if call[0] == "fleet" else set())
    assert {args[0] for event, args in events if event == "subprocess.Popen"} <= programs
    assert [one for one in events if one[0] != "subprocess.Popen" and not asked_for(call, one[1][0], hostile)] == []
    ran = canary.read_text() if canary.exists() else ""
    canary.unlink(missing_ok=True)
    assert ran == ""
    assert "Traceback" not in done.stderr
    # It did what it was called for, and was not kept from it at once.
    assert call in MORE or done.returncode == (2 if "--key" in call else call[0] in ("check", "verify", "fleet")), done.stderr


def test_the_page_on_loopback_runs_nothing_that_lies_there_and_calls_nobody(hostile: Path, canary: Path, listener: Path) -> None:
    env = environment(hostile) | {"PYTHONPATH": str(listener), "PYTHONDONTWRITEBYTECODE": "1"}
    call = [str(COMMAND), "report", "us.pact", "us.pactlog", "--for-review", "--live"]
    (listener / "heard").unlink(missing_ok=True)
    server = subprocess.Popen(call, cwd=hostile, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert server.stdout is not None
    address = server.stdout.readline().strip()
    with urlopen(address, timeout=60) as answer:  # noqa: S310 - what it printed
        page = answer.read().decode()
    own = {"Origin": address.rpartition("/")[0].rpartition("/")[0]}
    form = Request(f"{address}try", urlencode({"entry": "test by Ben"}).encode(), own)  # noqa: S310 - the same
    with urlopen(form, timeout=60) as answer:  # noqa: S310 - the same
        tried = answer.read().decode()
    _, err = interrupted(server)
    assert "Ana" in page
    assert "test by Ben" in tried
    assert (server.returncode, "Traceback" in err, canary.exists()) == (0, False, False)
    events = [ast.literal_eval(line) for line in (listener / "heard").read_text().splitlines()]
    assert {args[1].partition(",")[0] for event, args in events if event.startswith("socket.") and len(args) > 1} <= {"('127.0.0.1'", "2"}
    assert {event for event, _ in events if event.startswith("socket.")} <= {"socket.__new__", "socket.bind"}
    assert {args[0] for event, args in events if event == "subprocess.Popen"} <= {shutil.which("git"), shutil.which("ssh-keygen")}
    assert [one for one in events if one[0].partition(".")[0] in ("open", "os")] == []


def test_the_language_server_runs_nothing_that_lies_there(hostile: Path, canary: Path) -> None:
    # Two sentences of which one makes the other needless: that is proved by a process of its own.
    text = PACT + "\ncap fewer\n    at most 2 encounters per month by Ana\n"
    before = {one: one.stat().st_mtime_ns for one in hostile.rglob("*")}
    uri = (hostile / "us.pact").as_uri()
    opened = {"uri": uri, "languageId": "pact", "version": 1, "text": text}
    asked: list[dict[str, object]] = [
        {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": hostile.as_uri(), "capabilities": {}}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": opened}},
    ]
    call = [str(COMMAND), "lsp"]
    with subprocess.Popen(
        call, cwd=hostile, env=environment(hostile), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None

        def say(message: dict[str, object]) -> None:
            assert server.stdin is not None
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            server.stdin.flush()

        late = threading.Timer(90, server.kill)
        late.start()
        for message in asked:
            say(message)
        codes: set[str] = set()
        while not any(code.startswith("X") for code in codes):
            length = 0
            while (line := server.stdout.readline().strip()) != b"":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.partition(b":")[2])
            assert length, "the server ended"
            heard = json.loads(server.stdout.read(length))
            if heard.get("method") == "textDocument/publishDiagnostics":
                codes |= {str(one["code"]) for one in heard["params"]["diagnostics"]}
        say({"id": 2, "method": "shutdown"})
        say({"method": "exit"})
        server.stdin.close()
        server.stdout.read()
        late.cancel()
        assert b"Traceback" not in server.stderr.read()
    assert not canary.exists()
    assert {one: one.stat().st_mtime_ns for one in hostile.rglob("*")} == before


def test_a_process_of_our_own_knows_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("SECRET", "zqsecret")
    call, environment, folder = own_process("pactlang.lsp.proofs")
    assert not Path(folder).is_relative_to(tmp_path)
    assert str(tmp_path) not in " ".join(call)
    assert not {"PYTHONPATH", "SECRET"} & set(environment)


def test_python_without_the_folder_on_its_path(hostile: Path, canary: Path) -> None:
    call = [sys.executable, "-P", "-m", "pactlang", "check", *NOW]
    done = subprocess.run(call, cwd=hostile, env=environment(hostile), capture_output=True, text=True, check=False)
    assert (done.returncode, canary.exists()) == (1, False)


def test_python_m_takes_the_folder_off_its_path_first(tmp_path: Path) -> None:
    # What Python itself loads before the first line of ours cannot be helped; docs/how-to/keep-it-private.md says so.
    ran = tmp_path / "ran"
    loaded = "lark msgspec typer decimal json hashlib unicodedata shutil difflib zoneinfo datetime tzdata icalendar csv"
    for name in loaded.split():
        (tmp_path / f"{name}.py").write_text(f"open({str(ran)!r}, 'a').write('x')\n")
    (tmp_path / "us.pact").write_text(PACT)
    (tmp_path / "us.pactlog").write_text(LOG)
    call = [sys.executable, "-m", "pactlang", "check", *NOW]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, ran.exists()) == (1, "", False)
