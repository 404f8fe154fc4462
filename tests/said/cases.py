"""Reads the cases beside this file and runs them: an agreement, a log, commands, and the facts that each must say.

`README.md` says how a case is written.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from pactlang.checker.budget import STEPS, Budget
from tests.cli.running import code_of
from tests.said import elsewhere
from tests.said.templates import Said

FOLDER = Path(__file__).parent
NAMES = ("Ana", "Ben", "Cleo", "Dora", "dana", "kim", "leo", "lou")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_NUMBERS = r"\d{4}-\d\d-\d\d|(?<![A-Za-z])\d+(?:[.,:]\d+)*"
_FACT = re.compile(rf"[\w-]+@\d{{4}}-\d\d-\d\d(?:~\d+)?|{_NUMBERS}|\b(?:{_MONTHS}|{_WEEKDAYS}|{'|'.join(NAMES)})\b")
_QUOTED = re.compile(r'(!?)"([^"]*)"')
_HEAD = """\
pact "Us"
    between {parties}
    in force {in force}
    time zone {zone}
    week starts {week starts}
    signed by {signers}

use relationships

event expense
    amount in EUR

event guest
    with person

event work

event workout
    fields effort

"""
_DEFAULTS = {"parties": "Ana and Ben", "in force": "from 2026-01-01", "zone": "Europe/Berlin", "week starts": "Monday"}
_DATED = ("check", "status", "may", "why", "log", "repair", "report", "export")
_MOST_LINES = 6  # that one sentence may be wrapped into


@dataclass
class Asked:
    """One command, and the facts that it must say, a line for each sentence."""

    command: str
    said: list[str] = field(default_factory=list)


@dataclass
class Case:
    """One case as written."""

    name: str
    file: str
    settings: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file, in order; what stands before the first is a remark on the file."""
    for text in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = text.rstrip().splitlines()
        case = Case(name.strip(), path.stem, dict(_DEFAULTS))
        body: list[str] = []
        bodies: list[tuple[str, list[str]]] = []
        for line in lines:
            if setting := re.fullmatch(r"(parties|in force|zone|as of|signed|week starts|steps): (.+)", line):
                case.settings[setting[1]] = setting[2]
            elif section := re.fullmatch(r"(pact|log|file \S+):", line):
                bodies.append((section[1], body := []))
            elif line.startswith("$ "):
                case.asked.append(Asked(line[2:]))
                body = case.asked[-1].said
            else:
                body.append(line)
        pacts = ["\n".join(body) for section, body in bodies if section == "pact"]
        for number, pact in enumerate(pacts, 1):
            whole = pact if re.match(r"pact\b", pact) else _head(case.settings) + pact
            case.files["us.pact" if len(pacts) == 1 else f"us-{number}.pact"] = whole + "\n"
        case.files |= {section.removeprefix("file "): "\n".join(body) + "\n" for section, body in bodies if section.startswith("file")}
        case.files["us.pactlog"] = "\n".join("\n".join(body) for section, body in bodies if section == "log") + "\n"
        yield case


def _head(settings: dict[str, str]) -> str:
    signers = settings["parties"].replace(" and ", ", ").split(", ")
    day = settings.get("signed", "on 2025-12-01")
    signed = f" {day}\n    signed by ".join(signers) + f" {day}"
    lines = _HEAD.format_map(settings | {"signers": signed})
    return lines if settings.get("signed") != "no" else re.sub(r"    signed by .+\n", "", lines)


def all_cases() -> list[Case]:
    """Every case of every file."""
    return [case for path in sorted(FOLDER.glob("*.cases")) for case in read_cases(path)]


def answer(arguments: list[str], folder: Path, steps: int = sys.maxsize) -> str:
    """All that a command says, run in this process; no search in it has more than so many steps."""
    begun = Budget.__init__

    def few(budget: Budget, given: int = STEPS, whole: Budget | None = None) -> None:
        begun(budget, min(given, steps), whole)

    if arguments[0] == "editor":
        return elsewhere.editor(folder, arguments[1:])
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    around = {"COLUMNS": "100", "NO_COLOR": "1", "PACT_CALDAV_USER": ""}
    with (
        chdir(folder),
        redirect_stdout(out),
        redirect_stderr(err),
        patch.dict(os.environ, around),
        patch.object(Budget, "__init__", few),
        patch("pactlang.calendars.export.http.sender", elsewhere.sender),
    ):
        with suppress(SystemExit):
            code_of(*arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    return "\n".join(one.buffer.getvalue().decode() for one in (out, err) if isinstance(one.buffer, io.BytesIO))


def facts(text: str) -> Counter[str]:
    """The numbers, dates and names in a text; the fingerprint of a change is none of them."""
    return Counter(_FACT.findall(re.sub(r"\[[0-9a-f]{10}\b", "[", text)))


def difference(
    case: Case, folder: Path, heard: list[tuple[str, str]] | None = None, covered: set[str] | None = None, tables: Said = ()
) -> list[str]:
    """What is not said as the case says, one line each.

    The keys of templates that were `heard`, or that stand ready in `tables`, go to `covered` if the case holds their words.
    """
    wrong: list[str] = []
    for asked in case.asked:
        for name, text in case.files.items():
            (folder / name).write_text(text, encoding="utf-8")
        arguments = shlex.split(asked.command)
        if "as of" in case.settings and arguments[0] in _DATED and "--as-of" not in arguments:
            arguments += ["--as-of", case.settings["as of"]]
        if arguments[0] == "check" and not {"--full", "--summary", "--brief"} & {*arguments}:
            arguments.append("--full")
        arguments = [one for one in arguments if one != "--brief"]
        if heard is not None:
            heard.clear()
        said = answer(arguments, folder, int(case.settings.get("steps", sys.maxsize)))
        lost, held = _held(asked.said, said)
        wrong += [f"$ {asked.command}", *(f"- {line}" for line in lost), *(f"  {line}" for line in said.splitlines())] if lost else []
        if heard is not None and covered is not None:
            windows = [_even(window) for window in held]
            covered.update(key for key, value in (*heard, *tables) if any(_even(value) in window for window in windows))
    return wrong


def _held(lines: list[str], said: str) -> tuple[list[str], list[str]]:
    """The lines of a case that nothing in the answer says, and the sentences of the answer that the others hold."""
    shown = [line.strip() for line in said.splitlines() if line.strip()]
    taken: set[int] = set()
    lost: list[str] = []
    held: list[str] = []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        never = [words for no, words in _QUOTED.findall(line) if no]
        lost += [f'!"{words}"' for words in never if _even(words) in _even(said)]
        quoted = [words for no, words in _QUOTED.findall(line) if not no]
        wanted = facts(_QUOTED.sub(lambda found: "" if found[1] else found[2], line))
        if not wanted and not quoted:
            continue
        places = _place(shown, taken, wanted, quoted)
        if places is None:
            lost.append(line)
        else:
            taken.update(places)
            held.append(" ".join(shown[place] for place in _whole(shown, places)))
    return lost, held


def _whole(shown: list[str], places: range) -> range:
    """With the rest of the sentence, where it goes on over lines that hold no fact."""
    first, last = places.start, places.stop
    while last < len(shown) and not shown[last - 1].endswith((".", ":")) and not facts(shown[last]):
        last += 1
    while first > 0 and not shown[first - 1].endswith((".", ":")) and not facts(shown[first - 1]):
        first -= 1
    return range(first, last)


def _place(shown: list[str], taken: set[int], wanted: Counter[str], quoted: list[str]) -> range | None:
    """Where a sentence stands that says these facts and no other, over as few lines as may be."""
    for length in range(1, _MOST_LINES + 1):
        for start in range(len(shown) - length + 1):
            places = range(start, start + length)
            words = " ".join(shown[place] for place in places)
            if taken.isdisjoint(places) and facts(words) == wanted and all(_even(one) in _even(words) for one in quoted):
                return places
    return None


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()
