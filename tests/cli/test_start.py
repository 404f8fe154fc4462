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
        "typing_extensions",
    ),
    *("rich", "pygments", "markdown_it", "icalendar", "jinja2", "pyarrow", "asyncio", "unittest", "email", "http", "xml"),
    *("pactlang.language.slips", "pactlang.language.unexpected", "pactlang.language.rephrase", "pactlang.inputs.suggest"),
}
PLAIN = NEVER | {"csv", "json", "pactlang.log.write", "pactlang.log.tables", "pactlang.lint", "pactlang.witness", "pactlang.calendars"}
LOGS = ("us.pact", "log.pactlog", "--this-text", "--as-of", "2026-10-05")


def loaded(*arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], cwd=FIRST, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "without", "most"),
    [
        (("check", *LOGS), PLAIN, 142),
        (("status", *LOGS), NEVER, 155),
        (("lint", "us.pact"), NEVER - {"pactlang.language.slips", "hashlib", "_hashlib"}, 320),
    ],
    ids=lambda one: one[0] if isinstance(one, tuple) else "",
)
def test_a_plain_command_loads_only_what_it_needs(arguments: tuple[str, ...], without: set[str], most: int) -> None:
    found = loaded(*arguments)
    assert not found & without
    assert sum(name.startswith("pactlang") for name in found) <= most


def test_the_version_loads_nothing() -> None:
    found = loaded("--version")
    assert {name for name in found if name.startswith("pactlang")} == {"pactlang", "pactlang.cli", "pactlang.cli.process"}
    assert not found & {*NEVER, "typer", "msgspec"}


def test_what_the_types_would_take_from_others_can_be_had_after_it() -> None:
    program = "import sys\nfrom pactlang.cli import _load_types\n_load_types()\nimport typing_extensions\nprint(typing_extensions.__name__)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "typing_extensions\n"
