"""Which code speaks about somebody's life, and which of its templates no case holds yet."""

from __future__ import annotations

import re
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.said.cases import FOLDER, Case, all_cases, difference
from tests.said.templates import in_tables, listening, templates

# Modules whose every word is said, and modules of which only what has more than a word is.
SPEAKING = (
    "pactlang.words.messages",
    "pactlang.words.counted",
    "pactlang.words.owed",
    "pactlang.words.before",
    "pactlang.words.stopped",
    "pactlang.words.occasion",
    "pactlang.words.meant",
    "pactlang.words.brief",
    "pactlang.words.text",
    "pactlang.words.drift",
    "pactlang.day.why_text",
    "pactlang.day.may_text",
    "pactlang.day.status_text",
    "pactlang.day.well_text",
    "pactlang.words.uses",
    "pactlang.day.repair_text",
    "pactlang.day.parting",
    "pactlang.diff.replayed",
    "pactlang.diff.text",
    "pactlang.diff.words",
    "pactlang.words.caps",
    "pactlang.calendars.export_text",
    "pactlang.words.plain",
    "pactlang.words.plain_owed",
    "pactlang.words.plain_parts",
    "pactlang.explain.text",
    "pactlang.explain.page",
    "pactlang.report.make",
    "pactlang.report.talk",
    "pactlang.day.weeks",
    "pactlang.report.terminal",
    "pactlang.calendars.export.titles",
)
REASONING = (
    "pactlang.checker.engine",
    "pactlang.checker.passed",
    "pactlang.checker.waivers",
    "pactlang.checker.forms.answers",
    "pactlang.day.why",
)
OPEN = FOLDER / "open.txt"


def keys() -> list[str]:
    """Every kind of sentence, in the order of the code."""
    several = [key for key in templates(REASONING) if re.search(r"\S \S", key.partition(": ")[2])]
    return [*templates(SPEAKING), *several]


@cache
def outcome() -> tuple[dict[str, list[str]], frozenset[str]]:
    """What the cases find that is not said as it should be, by case, and the keys that they hold; all run once."""
    modules = (*SPEAKING, *REASONING)
    covered: set[str] = set()
    wrong: dict[str, list[str]] = {}
    tables = in_tables(modules)
    with listening(modules) as heard:
        for case in all_cases():
            with tempfile.TemporaryDirectory() as folder:
                wrong[f"{case.file}: {case.name}"] = difference(case, Path(folder), heard, covered, tables)
    return wrong, frozenset(covered)


def still_open() -> list[str]:
    """The keys that are known to have no case yet."""
    return [line for line in OPEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def main(words: str = "") -> None:
    """Run the cases whose names hold some words and print what is wrong; without any, write down which keys have no case."""
    if words:
        chosen: list[Case] = [case for case in all_cases() if words in f"{case.file}: {case.name}"]
        for case in chosen:
            with tempfile.TemporaryDirectory() as folder:
                print(f"{case.file}: {case.name}", *(difference(case, Path(folder)) or ["  said as it should be"]), sep="\n")
        return
    wrong, covered = outcome()
    for name, lines in wrong.items():
        if lines:
            print(name, *lines, sep="\n")
    head = [line for line in OPEN.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    left = [key for key in keys() if key not in covered]
    OPEN.write_text("\n".join([*head, *left]) + "\n", encoding="utf-8")
    print(f"{len(keys()) - len(left)} of {len(keys())} kinds of sentence have a case.")


if __name__ == "__main__":
    main(*sys.argv[1:2])
