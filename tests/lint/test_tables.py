"""Small agreements with the lines at which rules speak, and near misses: `tables.txt` says how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pactlang.lint.page import HEAD
from pactlang.lint.rule import Family
from pactlang.lint.rules import RULES
from pactlang.lint.runner import run
from tests.lint.subjects import subject_of

_MARK = re.compile(r"\s*#! ?(.*)$", re.M)


@dataclass(frozen=True)
class Case:
    """A text with what goes with it, the codes that are looked at, and where they are to speak: line numbers with codes."""

    name: str
    text: str
    codes: frozenset[str]
    spoken: list[tuple[int, str]]
    log: str
    as_of: date | None
    earlier: tuple[str, ...]


def cases() -> list[Case]:
    """Every case of the table."""
    whole = (Path(__file__).parent / "tables.txt").read_text(encoding="utf-8")
    return [_case(part) for part in re.split(r"^=== ", whole, flags=re.M)[1:]]


def _case(part: str) -> Case:
    head, _, rest = part.partition("\n")
    name, _, codes = head.partition(" | ")
    text, *more = re.split(r"^--- (.*)\n", rest, flags=re.M)
    beside = dict(zip(more[::2], more[1::2], strict=True))
    text = _headed(text.strip("\n") + "\n")
    spoken = [
        (number, code) for number, line in enumerate(text.splitlines(), 1) for found in _MARK.finditer(line) for code in found[1].split()
    ]
    as_of = date.fromisoformat(beside["as of"].strip()) if "as of" in beside else None
    earlier = (_headed(beside["earlier"]),) if "earlier" in beside else ()
    looked_at = frozenset(codes.split()) | {rule.code for rule in RULES if rule.family is Family.SAFETY}
    return Case(name, _MARK.sub("", text), looked_at, sorted(spoken), beside.get("log", ""), as_of, earlier)


def _headed(text: str) -> str:
    return text if re.search(r"^pact\b", text, re.M) else HEAD + text


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_rules_speak_where_they_are_to(case: Case) -> None:
    subject = subject_of(case.text, case.log, case.as_of, case.earlier)
    rules = [rule for rule in RULES if rule.code in case.codes]
    assert sorted((one.found.span.start_position.line, one.rule.code) for one in run(subject, rules)) == case.spoken
