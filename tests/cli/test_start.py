"""What a start loads: the time of a small command is mostly that of its modules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FIRST = Path(__file__).parents[2] / "examples" / "first"
PROGRAM = """
import io, sys
from pactlang.cli import _run
out, sys.stdout = sys.stdout, io.StringIO()
try:
    _run(sys.argv[1:])
finally:
    sys.stdout = out
print(*sorted(sys.modules), sep="\\n")
"""
# Nothing that a plain command needs: parsers, networks, logs of programs, OpenSSL, everything that only faults or tables need.
NEVER = {
    *(
        "lark",
        "logging",
        "tempfile",
        "urllib.request",
        "socket",
        "ssl",
        "_hashlib",
        "hashlib",
        "pickle",
        "dataclasses",
        "difflib",
        "gettext",
        "platform",
        "shutil",
        "sysconfig",
        "urllib",
        "uuid",
        "typing_extensions",
    ),
    *("rich", "pygments", "markdown_it", "icalendar", "jinja2", "pyarrow", "asyncio", "unittest", "email", "http", "xml"),
    *("pactlang.language.slips", "pactlang.language.unexpected", "pactlang.language.rephrase", "pactlang.inputs.suggest"),
}
PLAIN = NEVER | {
    "subprocess",
    "locale",
    "calendar",
    "csv",
    "json",
    "pactlang.log.write",
    "pactlang.log.tables",
    "pactlang.lint",
    "pactlang.witness",
    "pactlang.calendars",
}
LOGS = ("us.pact", "log.pactlog", "--this-text", "--as-of", "2026-10-05")


def loaded(*arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], cwd=FIRST, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "without", "most"),
    [
        (("check", *LOGS), PLAIN, 148),
        (("status", *LOGS), NEVER, 164),
        (
            ("lint", "us.pact"),
            NEVER - {"pactlang.language.slips", "hashlib", "_hashlib", "shutil"}
            | {"json", "csv", "pactlang.log.write", "pactlang.lint.page"},
            303,
        ),
    ],
    ids=lambda one: one[0] if isinstance(one, tuple) else "",
)
def test_a_plain_command_loads_only_what_it_needs(arguments: tuple[str, ...], without: set[str], most: int) -> None:
    found = loaded(*arguments)
    assert not found & without, "lark among them: the tables are older than the grammar; make setup makes them again"
    number = sum(name.startswith("pactlang") for name in found)
    assert number <= most, f"{number} modules: import the new one where it is used, or, if each call needs it, raise the number here"


def test_the_version_loads_nothing() -> None:
    found = loaded("--version")
    assert {name for name in found if name.startswith("pactlang")} == {"pactlang", "pactlang.cli", "pactlang.cli.process"}
    assert not found & {*NEVER, "typer", "msgspec"}


STOOD_IN = """
import sys
from pactlang.cli.lean import _StandIn, load
load()
assert not [name for name, one in sys.modules.items() if isinstance(one, _StandIn) or one is None]
import inspect, typer, typer.core, typer.main
assert typer.main.subprocess.DEVNULL == -3
assert typer.core.get_close_matches("chek", ["check", "log"]) == ["check"]
assert typer.core._("Options") == "Options"
assert inspect.getsource(load).startswith("def load")
import platform, shutil, subprocess, sysconfig, textwrap, typing_extensions, urllib.parse, uuid
assert uuid.UUID(int=0).int == 0 and sysconfig.get_path("scripts") and typer.main.shutil.which is shutil.which
import msgspec
print(msgspec.json.schema(int))
"""


UNKNOWN_VERSION = """
import sys
from pactlang.cli import lean
lean._LATER += ("typer.models",)  # from which typer takes more than names while it loads
lean.load()
assert "typer" not in sys.modules and not [name for name, one in sys.modules.items() if isinstance(one, lean._StandIn)]
from pactlang.cli.app import run
sys.exit(run(["check", "--help"]))
"""


def test_versions_that_load_otherwise_are_loaded_as_everyone_loads_them() -> None:
    done = subprocess.run([sys.executable, "-c", UNKNOWN_VERSION], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage" in done.stdout


def test_what_stands_in_while_others_load_is_gone_afterwards_and_all_they_took_can_be_used() -> None:
    done = subprocess.run([sys.executable, "-c", STOOD_IN], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{'type': 'integer'}\n", "")
