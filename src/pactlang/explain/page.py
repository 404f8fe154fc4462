"""`pact explain` as text, Markdown and JSON."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from pactlang.explain.text import PROMISED
from pactlang.log.write import entry_to_text
from pactlang.words.page import Page
from pactlang.words.words import escaped, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.explain.text import Explained, ExplainedClause, Told, ToldPair
    from pactlang.model.agreement import Agreement

WIDTH = 100
ASK = "Read it to each other. If a case surprises one of you, the words do not yet say what you both mean."

_STYLES = {"kept": "good", "broken": "breach", "missed": "dim"}


def _head(clause: ExplainedClause) -> str:
    name = clause.kind if clause.name == clause.kind else f"{clause.kind} {clause.name}"
    return f"{name} “{clause.title}”" if clause.title else name


def explain_text(
    agreement: Agreement,
    clauses: Sequence[ExplainedClause],
    *,
    colour: bool = False,
    width: int = WIDTH,
    whole: bool = True,
    asks: bool = False,
) -> str:
    """The answer for a terminal; where a question follows that `asks` about it, each sentence with its plainest pair of cases alone."""
    page = Page(colour=colour)
    if whole:
        page.line(page.mark(agreement.title or "Agreement", "title"))
        page.line()
    for clause in clauses:
        page.line(page.mark(_head(clause), "name"))
        for place, one in enumerate(clause.sentences):
            if place:
                page.line()
            _sentence(page, one, width, one.pairs[:1] if asks else one.pairs)
        for promise in clause.promises:
            if clause.sentences:
                page.line()
            page.line(f"  {safe(f'“{promise}”')}")
            _wrapped(page, PROMISED, 4, width)
        page.line()
    if not asks and any(one.pairs for clause in clauses for one in clause.sentences):
        _wrapped(page, ASK, 0, width)
    return page.text


def _sentence(page: Page, one: Explained, width: int, pairs: Sequence[ToldPair]) -> None:
    if one.words:
        page.line(f"  {safe(one.words)}")
    for plain in one.plain:
        _wrapped(page, plain, 4, width)
    for pair in pairs:
        page.line()
        if pair.shared:
            _labelled(page, "say", "", pair.shared, width)
        for case in (pair.kept, pair.broken):
            _labelled(page, case.verdict, _STYLES[case.verdict], case.differs, width)
            for line in textwrap.wrap(safe(case.says), max(40, width - 16), break_on_hyphens=False):
                page.line(f"{' ' * 16}{page.mark(line, 'dim')}")
    if one.note:
        page.line()
        _wrapped(page, one.note, 4, width)


def _wrapped(page: Page, text: str, indent: int, width: int) -> None:
    for line in textwrap.wrap(safe(text), max(40, width - indent), break_on_hyphens=False):
        page.line(f"{' ' * indent}{line}")


def _labelled(page: Page, label: str, style: str, text: str, width: int) -> None:
    lines = textwrap.wrap(safe(text), max(40, width - 14), break_on_hyphens=False)
    shown = page.mark(label, style) if style else label
    for place, line in enumerate(lines):
        page.line(f"      {shown}{' ' * (8 - len(label))}{line}" if place == 0 else f"{' ' * 14}{line}")


def explain_markdown(agreement: Agreement, clauses: Sequence[ExplainedClause]) -> str:
    """The same as a page to print and to talk about; nothing in it is taken for markup."""
    lines = [f"# {escaped(agreement.title or 'Agreement')}: do we mean the same?"]
    for clause in clauses:
        lines += ["", f"## {escaped(_head(clause))}"]
        for one in clause.sentences:
            lines += ["", f"**{escaped(one.words)}**"] if one.words else []
            lines += ["", escaped(" ".join(one.plain))]
            for pair in one.pairs:
                lines += ["", *_pair(pair)]
            lines += ["", escaped(one.note)] if one.note else []
        for promise in clause.promises:
            lines += ["", f"**{escaped(f'“{promise}”')}**", "", escaped(PROMISED)]
    return "\n".join([*lines, "", ASK, ""])


def _pair(pair: ToldPair) -> list[str]:
    shared = [f"Say there was: {escaped(pair.shared)}.", ""] if pair.shared else []
    return [*shared, *(f"- **{case.verdict}**: {escaped(case.differs)} *({escaped(case.says)})*" for case in (pair.kept, pair.broken))]


def explain_json(agreement: Agreement, clauses: Sequence[ExplainedClause]) -> str:
    """The same for programs; each log as lines that `pact check` reads."""
    answer = {
        "schema": "pactlang/explain/1",
        "pact": {"title": agreement.title, "file": agreement.file, "digest": agreement.digest},
        "clauses": [
            {
                "name": clause.name,
                "kind": clause.kind,
                "title": clause.title,
                "sentences": [_sentence_json(one) for one in clause.sentences],
                "promises": list(clause.promises),
            }
            for clause in clauses
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _sentence_json(one: Explained) -> dict[str, object]:
    at = one.span.start_position
    return {
        "label": one.label,
        "words": one.words,
        "plain": list(one.plain),
        "cases": [{"shared": pair.shared, "kept": _case_json(pair.kept), "broken": _case_json(pair.broken)} for pair in one.pairs],
        "note": one.note,
        "location": {"file": one.span.source.name, "line": at.line, "column": at.column},
    }


def _case_json(case: Told) -> dict[str, object]:
    found = case.finding
    return {
        "log": [entry_to_text(entry) for entry in case.log],
        "differs": case.differs,
        "says": case.says,
        "finding": {"status": found.status_key} if found is not None else None,
    }
