"""Twice as much takes twice as long: each size of a text or log, of things that people or a hostile file can have many of.

Steps are counted, lines of our own code and calls of any; no clock is read. Growing from n to 2n and on to 4n, the second growth has twice
the steps of the first. What looks at every pair has four times as many.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import FrameType

import pytest

import pactlang
from tests.cli.running import code_of

OURS = str(Path(pactlang.__file__).parent)
MOST = 2.35  # of the second growth beside the first; 2 is in proportion, 4 is every pair

HEAD = "pact\n    between Ana and Ben\n    in force from 2020-01-01\n    time zone Europe/Berlin\nuse relationships\n"
TELL = "disclosure tell\n    after each encounter, disclosure by the same party to the others within 24 hours\n"
REPAIR = """repair
    after each breach, debrief by everyone within 3 days
    after each debrief, check-in by everyone every 4 days for 2 weeks
"""


def day(number: int) -> str:
    return (date(2020, 1, 1) + timedelta(days=number)).isoformat()


def evenings(number: int) -> str:
    return "".join(f"{day(one)} 20:00  encounter by Ana with dana, as e{one}\n" for one in range(number))


def each(number: int, line: Callable[[int], str]) -> str:
    return "".join(map(line, range(number)))


def crowd(number: int) -> str:
    return HEAD.replace("Ana and Ben", f"{', '.join(f'P{one}x' for one in range(number))} and Ben")


Files = dict[str, str]
AFTER = "--as-of=2023-01-01"


def check(pact: str, log: str = "", name: str = "us.pactlog") -> tuple[Files, str]:
    return {"us.pact": pact, name: log}, f"check us.pact {name} {AFTER}"


def asked(command: str) -> Callable[[int], tuple[Files, str]]:
    """A command over a past in which every evening was followed by silence."""
    return lambda number: ({"us.pact": HEAD + TELL + REPAIR, "us.pactlog": evenings(number)}, f"{command} --as-of={day(number + 5)}")


CASES: dict[str, tuple[int, Callable[[int], tuple[Files, str]]]] = {
    # a long past
    "check": (20, asked("check us.pact us.pactlog")),
    "status": (40, asked("status us.pact us.pactlog")),
    "repair": (40, asked("repair us.pact us.pactlog")),
    "why": (40, asked("why us.pact us.pactlog tell@2020-01-02")),
    "report": (20, asked("report us.pact us.pactlog --format terminal")),
    "report --redact": (8, asked("report us.pact us.pactlog --format terminal --redact")),
    "everything on one day": (25, lambda n: check(HEAD + TELL, each(n, lambda i: f"2020-01-02  encounter by Ana with dana, as e{i}\n"))),
    # many of one kind in a log
    "waivers": (60, lambda n: check(HEAD + TELL, evenings(n) + each(n, lambda i: f"{day(i + 2)}  waive tell of e{i} by Ben\n"))),
    "waivers of findings": (
        40,
        lambda n: check(HEAD + TELL, evenings(n) + each(n, lambda i: f"{day(i + 2)}  waive tell@{day(i + 1)} by Ben\n")),
    ),
    "events that nobody knows": (
        30,
        lambda n: check(HEAD + each(n, lambda i: f"event ev{i}x\n"), each(n, lambda i: f"{day(i)}  eev{i}x by Ana\n")),
    ),
    "people who are nearly known": (
        30,
        lambda n: check(HEAD + each(n, lambda i: f"person pe{i}x\n"), each(n, lambda i: f"{day(i)}  encounter by Ana with ppe{i}x\n")),
    ),
    "sentences while in states that nobody knows": (
        30,
        lambda n: check(
            HEAD + each(n, lambda i: f"state st{i}x\n") + "boundary\n" + each(n, lambda i: f"    no encounter while sst{i}x\n")
        ),
    ),
    "events that are like no other": (12, lambda n: check(HEAD + TELL, each(n, lambda i: f"{day(i)}  zz{i}q by Ana\n"))),
    "entries of one moment": (8, lambda n: check(HEAD + TELL, each(n, lambda i: f"2020-01-02 20:00  encounter by Ana, as e{i}\n"))),
    "breaches of one moment, in hours": (
        40,
        lambda n: check(
            HEAD + "cap\n    at most 1 hour of encounters in any 24 hours\n",
            each(n, lambda i: f"2020-01-02 20:00 to 22:00  encounter by Ana with p{i}x\n"),
        ),
    ),
    "breaches of one date, without a time": (
        40,
        lambda n: check(
            HEAD + "cap\n    at most 1 encounter in any 24 hours\n", each(n, lambda i: f"2020-01-02  encounter by Ana with p{i}x\n")
        ),
    ),
    "empty lines": (200, lambda n: check(HEAD, "\n" * n)),
    "keys that no entry has": (
        200,
        lambda n: check(HEAD, f'{{"at":"2020-01-02","type":"test",{",".join(f""""k{i}":1""" for i in range(n))}}}\n', "us.jsonl"),
    ),
    "items that are no words": (200, lambda n: check(HEAD, f'{{"at":"2020-01-02","type":"test","by":[{"1," * n}1]}}\n', "us.jsonl")),
    "disputes": (30, lambda n: check(HEAD + TELL, evenings(n) + each(n, lambda i: f"{day(i + 2)}  dispute e{i} by Ben\n"))),
    "duplicates": (100, lambda n: check(HEAD + TELL, f"{day(1)} 20:00  encounter by Ana with dana\n" * n)),
    "each entry twice": (50, lambda n: check(HEAD + TELL, evenings(n) * 2)),
    "one id for all": (40, lambda n: check(HEAD, each(n, lambda i: f"{day(i)}  test by Ana, as one\n"))),
    "ids of nothing": (60, lambda n: check(HEAD, each(n, lambda i: f"{day(i)}  test by Ana about e{i}\n"))),
    "consents withdrawn": (
        30,
        lambda n: check(
            HEAD + "consent\n    before each encounter, consent by Ben within the last 7 days\n",
            each(
                n, lambda i: f"{day(i)} 08:00  consent by Ben\n{day(i)} 09:00  withdraw consent by Ben\n{day(i)} 10:00  encounter by Ana\n"
            ),
        ),
    ),
    "pauses": (
        50,
        lambda n: check(
            HEAD + "pause\n    anyone may pause encounters for at most 14 days\n",
            each(n, lambda i: f"{day(i)} 08:00  pause by Ana\n{day(i)} 09:00  encounter by Ana\n{day(i)} 10:00  resume by Ana\n"),
        ),
    ),
    "pauses that never end": (
        60,
        lambda n: check(
            HEAD + "pause\n    anyone may pause encounters\n",
            each(n, lambda i: f"{day(i)} 08:00  pause by Ana\n{day(i)} 09:00  encounter by Ana\n"),
        ),
    ),
    "what starts a pause that never ends": (
        40,
        lambda n: check(HEAD + "boundary\n    after each encounter, encounters pause for 9 years\n", evenings(n)),
    ),
    "what starts a pause": (40, lambda n: check(HEAD + "boundary\n    after each encounter, encounters pause for 14 days\n", evenings(n))),
    "states": (
        50,
        lambda n: check(
            HEAD + "state away\n    starts with meeting\n    ends with date-night\nboundary\n    no encounter while away\n",
            each(n, lambda i: f"{day(i)} 08:00  meeting by Ben\n{day(i)} 09:00  date-night by Ben\n{day(i)} 10:00  encounter by Ana\n"),
        ),
    ),
    "somebody new each time": (
        60,
        lambda n: check(
            HEAD + "boundary\n    no encounter with someone new\n", each(n, lambda i: f"{day(i)}  encounter by Ana with p{i}x\n")
        ),
    ),
    # many of one kind in an agreement
    "parties": (150, lambda n: check(crowd(n) + TELL)),
    "parties, status": (
        150,
        lambda n: ({"us.pact": crowd(n) + "cap\n    at most 1 encounter by each party per week\n"}, f"status us.pact {AFTER}"),
    ),
    "parties, signed": (
        60,
        lambda n: (
            {"us.pact": crowd(n).replace("use ", each(n, lambda i: f"    signed by P{i}x on 2019-12-01\n") + "use ")},
            "verify us.pact",
        ),
    ),
    "people": (80, lambda n: check(HEAD + each(n, lambda i: f"person p{i}x tagged t{i}\n"))),
    "clauses": (40, lambda n: check(HEAD + each(n, lambda i: f"cap c{i}\n    at most {i + 1} encounters per month\n"))),
    "clauses, status": (
        12,
        lambda n: (
            {"us.pact": HEAD + each(n, lambda i: f"check-in c{i}\n    check-in by everyone every week on Sunday\n")},
            f"status us.pact --as-of={day(20)}",
        ),
    ),
    "clauses, laid out": (
        40,
        lambda n: ({"us.pact": HEAD + each(n, lambda i: f"cap c{i}\n    at most {i + 1} encounters per month\n")}, "fmt --check us.pact"),
    ),
    "headings that come twice": (15, lambda n: check(HEAD + "cap a\n" * n)),
    "parties who sign twice": (15, lambda n: check(HEAD.replace("use ", "    signed by Ana on 2019-12-01\n" * n + "use "))),
    "clauses that cannot be read": (20, lambda n: check(HEAD + each(n, lambda i: f"cap c{i}\n    at mst {i + 1} encounters per month\n"))),
    "events and sentences": (
        40,
        lambda n: check(HEAD + each(n, lambda i: f"event ev{i}x\ncap c{i}\n    at most 1 ev{i}xs per month\n")),
    ),
    "terms of terms": (40, lambda n: check(HEAD + "event t0\n" + each(n, lambda i: f"term t{i + 1} means t{i}\n"))),
    "repairs of one clause": (
        40,
        lambda n: check(
            HEAD + TELL + each(n, lambda i: f"repair r{i}\n    after each breach of tell, debrief by everyone within {i + 1} days\n")
        ),
    ),
    "rows of a table": (
        40,
        lambda n: check(
            HEAD + "matrix m for encounter\n    activity   Ana   Ben\n" + each(n, lambda i: f"    act{i}   yes   ask\n"),
            each(n, lambda i: f"{day(i)}  encounter by Ana, tagged act{i}\n"),
        ),
    ),
    "reasons": (200, lambda n: check(HEAD + "cap c\n    at most 1 encounter per month\n" + "    > a reason\n" * n)),
    "the same file brought in": (
        60,
        lambda n: ({"us.pact": HEAD + 'include "i.pact"\n' * n, "i.pact": "event x\n"}, f"check us.pact {AFTER}"),
    ),
    "files that bring in files": (
        12,
        lambda n: (
            {
                "us.pact": HEAD + 'include "i0.pact"\n',
                f"i{n}.pact": "",
                **{f"i{i}.pact": f'event ev{i}x\ninclude "i{i + 1}.pact"\n' for i in range(n)},
            },
            f"check us.pact {AFTER}",
        ),
    ),
    # long lines
    "words of a line": (200, lambda n: check(HEAD + "cap c\n    at most 1 encounter per month " + "by Ana " * n + "\n")),
    "quotation marks": (2000, lambda n: check(HEAD + "cap c\n    " + '" ' * n + "\n")),
    "open quotation marks": (2000, lambda n: check(HEAD + "cap c\n    " + "„x " * n + "\n")),
    "spaces": (3000, lambda n: check(HEAD + "cap c\n" + " " * n + "at most 1 encounter per month" + " " * n + "\n")),
    "characters that nobody sees": (500, lambda n: check(HEAD + "cap c\n    at most 1 encounter per month" + "\u200b" * n + "\n")),
    "tags of an entry": (300, lambda n: check(HEAD, f"{day(1)}  encounter by Ana, tagged {', '.join(f't{i}' for i in range(n))}\n")),
    "a line of nonsense": (150, lambda n: check(HEAD, f"{day(1)}  encounter {'by ' * n}\n")),
    "lines of nonsense": (100, lambda n: check(HEAD, "nonsense line here\n" * n)),
    "commas": (150, lambda n: check(HEAD, f"{day(1)}  encounter by Ana{',' * n}\n")),
    "a long note": (500, lambda n: check(HEAD, f"{day(1)}  test by Ana\n" + "    a line\n" * n)),
    "JSON Lines": (50, lambda n: check(HEAD, '{"at":"2020-01-02","typ":"test"}\n' * n, "us.jsonl")),
    "a long list in JSON": (
        2000,
        lambda n: check(HEAD, '{"at":"2020-01-02","type":"test","by":[' + '"Ana",' * n + '"Ben"]}\n', "us.jsonl"),
    ),
    "rows of a CSV": (100, lambda n: check(HEAD, "at,type,by\n" + "2020-13-02,test,Ana\n" * n, "us.csv")),
    "columns of a CSV": (150, lambda n: check(HEAD, f"at,type,by{',x' * n}\n2020-01-02,test,Ana\n", "us.csv")),
    # pages and rules
    "blocks of a page": (
        40,
        lambda n: (
            {"us.md": f"```pact\n{HEAD}```\n" + each(n, lambda i: f"text\n\n```pact\ncap c{i}\n    at most 1 encounter per month\n```\n")},
            f"check us.md {AFTER}",
        ),
    ),
    "lines of a page": (100, lambda n: ({"us.md": f"```pact\n{HEAD}```\n" + "- [a](b) *c* `d`\n" * n}, f"check us.md {AFTER}")),
    "blocks in quotations": (
        40,
        lambda n: ({"us.md": f"```pact\n{HEAD}```\n" + "> ```pact\n> cap\n> ```\n\n" * n}, f"check us.md {AFTER}"),
    ),
    "arrows in a rule": (
        2000,
        lambda n: ({"us.pact": HEAD, "r": f"title is x{' ' * n}{'- ' * n}\n", "c.ics": ICS}, "import c.ics --map r"),
    ),
    "conditions of a rule": (
        150,
        lambda n: ({"us.pact": HEAD, "r": f"title is x{' and title is x' * n} -> test\n", "c.ics": ICS}, "import c.ics --map r"),
    ),
    "people with whom a limit was passed, each watched for a pattern": (
        12,
        lambda n: (
            {
                "us.pact": f"{HEAD}cap none\n    at most 0 encounters with each person per month\n",
                "us.pactlog": each(n, lambda one: f"2026-03-05 20:00  encounter by Ana with p{one}x\n"),
            },
            "check --as-of=2026-03-10T12:00",
        ),
    ),
    "people with whom there was an evening, as another is asked about": (
        12,
        lambda n: (
            {
                "us.pact": f"{HEAD}cap few\n    at most 2 encounters with each person per month\n{TELL}",
                "us.pactlog": each(n, lambda one: f"{day(one)} 20:00  encounter by Ana with p{one}x\n"),
            },
            f"may 'encounter by Ana with zoe today 20:00' --as-of={day(n)}T12:00",
        ),
    ),
}
ICS = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n"


class Counted:
    """Lines of our own code, and calls of any."""

    def __init__(self) -> None:
        self.steps = 0

    def calls(self, frame: FrameType, event: str, _: object) -> object:
        self.steps += 1
        return self.lines if frame.f_code.co_filename.startswith(OURS) else None

    def lines(self, frame: FrameType, event: str, _: object) -> object:
        self.steps += 1
        return self.lines


def steps(folder: Path, files: Files, command: str) -> int:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    counted, before, here = Counted(), sys.gettrace(), Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
            sys.settrace(counted.calls)
            try:
                code_of(*shlex.split(command))
            except SystemExit:
                pass
            finally:
                sys.settrace(before)
    finally:
        os.chdir(here)
    assert "Traceback" not in said.getvalue()
    return counted.steps


# A quarter of them each time; `make long` takes all.
@pytest.mark.parametrize("name", list(CASES) if os.environ.get("PACT_FUZZ") == "long" else list(CASES)[::4])
def test_twice_as_much_takes_twice_as_long(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pactlang.diagnostics._MOST_COMPARED", 200)  # where guesses end is reached by small texts, too
    size, make = CASES[name]
    steps(tmp_path / "first", *make(size // 2 + 2))  # what is imported and kept is there
    once, twice, four = (steps(tmp_path / str(times), *make(times * size)) for times in (1, 2, 4))
    first, second = twice - once, four - twice
    assert second <= MOST * max(first, size), f"{once}, {twice}, {four} steps: the growth grew {second / max(first, 1):.2f} times"
