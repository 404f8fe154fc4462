"""The lines of agreements in plain words, with questions that people ask of them: no rule judges these, and nothing of it is kept."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from pactlang.lint.text import diagnostic_json, plain_words_json
from pactlang.words.page import Page
from pactlang.words.words import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.diagnostics import Diagnostic
    from pactlang.source import Span

WIDTH = 80
TITLE = "No rule can judge these. Read them aloud, each of you alone:"
QUESTIONS = (
    "Does one of you see, read or follow what another does?",
    "Does one need another's yes: to see people, for work, clothes or going out, for a doctor, a lawyer or the police?",
    "Does one hold what another needs or loves: money, papers, keys, medicine, pictures, children, animals?",
    "Does one owe something of their body: sex, taking pills, eating, sleeping, being hit?",
    "Does it cost something to say no, to tell others, or to leave?",
    "Does one decide alone what changes, what ends and what stays?",
    "Swap the names: would all of you still sign?",
)
ALONE = (
    "Answer for yourself, out of sight of the others; no answer is stored. If an answer frightens you, "
    "talk to someone you trust who is not part of this, or to a helpline; in danger, call the police."
)


def read_aloud_text(spoken: Sequence[Span], *, colour: bool = False, width: int = WIDTH) -> str:
    """The lines with their places, the questions, and where help is; nothing where no line is in plain words."""
    if not spoken:
        return ""
    page = Page(colour=colour)
    page.line(page.mark(TITLE, "title"))
    page.line()
    file = ""
    for span in spoken:
        if span.source.name != file:
            file = span.source.name
            page.line(f"  {page.mark(file, 'name')}")
        for place, part in enumerate(textwrap.wrap(safe(span.text), width - 8, break_on_hyphens=False)):
            page.line(f"{'' if place else span.start_position.line:>6}  {part}")
    page.line()
    for number, question in enumerate(QUESTIONS, start=1):
        lines = textwrap.wrap(question, width - 5)
        page.line(f"  {number}. {lines[0]}")
        for more in lines[1:]:
            page.line(f"     {more}")
    page.line()
    for part in textwrap.wrap(ALONE, width):
        page.line(part)
    return page.text


def read_aloud_json(spoken: Sequence[Span], faults: Sequence[Diagnostic]) -> str:
    """The same for programs."""
    import json

    answer = {
        "schema": "pactlang/lint-read/1",
        "plain_words": plain_words_json(spoken),
        "questions": list(QUESTIONS),
        "faults": [diagnostic_json(one) for one in faults],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
