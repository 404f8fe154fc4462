"""Letting go, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pactlang.checker.waivers import still_to_waive
from pactlang.log.write import entries_to_text
from pactlang.words.messages import message
from pactlang.words.page import Page
from pactlang.words.text import place_words, sentence_words
from pactlang.words.words import count_words, people_words, safe

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.day.settle import Settling
    from pactlang.log.entry import Entry
    from pactlang.model.calendar import Zone


def heading_text(found: Settling) -> str:
    """How many breaches there are to let go of."""
    if not found.open:
        return f"There is nothing open that {found.by} could let go of.\n"
    return f"{count_words(len(found.open), 'open breach', 'open breaches')} that {found.by} can let go of.\n"


def one_text(finding: Finding, by: str, zone: Zone, *, colour: bool) -> str:
    """One of them: the sentence, what the log says, and who else would have to let it go."""
    page = Page(colour=colour)
    page.line()
    page.line(f"  {page.mark(finding.id, 'breach')}")
    page.line(f"    “{safe(sentence_words(finding))}”  {page.mark(place_words(finding), 'dim')}")
    said = message(finding, zone)
    page.line(f"    {safe(said[:1].upper() + said[1:])}.")
    others = [party for group in still_to_waive(finding) for party in group if party != by]
    if others:
        page.line(f"    It stays open until {safe(people_words(others))} also {'lets' if len(others) == 1 else 'let'} it go.")
    return page.text


def left_text(left: Sequence[tuple[Finding, str]]) -> str:
    """What is open and not offered."""
    if not left:
        return ""
    return "\nNot among them:\n" + "".join(f"  {safe(finding.id)}  {safe(why)}\n" for finding, why in left)


def line_text(entries: Sequence[Entry]) -> str:
    """The line that lets go."""
    return "".join(f"  {safe(line)}\n" for line in entries_to_text(entries).splitlines())


def settling_json(found: Settling, entries: Sequence[Entry], zone: Zone) -> str:
    """All of it for programs; `line` is what would let all of them go, and nothing is written."""
    answer = {
        "schema": "pactlang/settle/1",
        "by": found.by,
        "open": [{"id": one.id, "message": message(one, zone), "sentence": sentence_words(one)} for one in found.open],
        "left": [{"id": one.id, "why": why} for one, why in found.left],
        "line": entries_to_text(entries).rstrip("\n"),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
