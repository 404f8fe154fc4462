"""`pact sheet`: a page to write on."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import ThisText
from pactlang.day.sheet_kinds import Kind
from pactlang.words.page import out, out_json, show, wants_colour, width_for

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding, Judgement


class Format(StrEnum):
    """How the sheet is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def command(
    *,
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=f"{', '.join(Kind)}.", show_default=False)],
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACT…] [LOG…] [FINDING]",
            help="The agreement and its logs (default: those in this folder), then what the sheet is about (default: the newest breach).",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[str, typer.Option("--as-of", metavar="TIME", help="Use this moment as now. Default: now.")] = "",
    party: Annotated[str, typer.Option("--as", metavar="PARTY", help="Whose sheet it is.")] = "",
    this_text: ThisText = False,
    output: Annotated[Format, typer.Option("--format", help="Text, Markdown, a page to print (html) or JSON.")] = Format.TEXT,
) -> None:
    """Print a sheet to write on, with what is open filled in.

    Feelings come first, for the one who writes. An impact, an apology and a debrief are about one breach. Nothing is written anywhere.

    Exit code 0: here is the sheet. 2: there is no such finding, or a text could not be read.

    Example: pact sheet check-in --format html > check-in.html
    """
    from pactlang.cli.faults import say_notes, say_warnings
    from pactlang.day.sheet import sheet_of
    from pactlang.day.sheet_text import WIDTH, sheet_html, sheet_json, sheet_markdown, sheet_text
    from pactlang.day.status import today_of
    from pactlang.inputs import known_party, moment_or_now, read_texts, split_call

    files, said = split_call(words or [])
    texts = read_texts(files, this_text=this_text, as_of=as_of)
    party = known_party(party, texts.agreements[-1])
    today = today_of(texts.agreements, texts.entries, moment_or_now(as_of, texts.zone), texts.zone)
    finding = _finding(kind, said, today.judgement)
    say_warnings(texts.warnings)
    say_notes(texts.remarks)
    sheet = sheet_of(kind, today.judgement, finding, party, today)
    match output:
        case Format.TEXT:
            show(sheet_text(sheet, colour=wants_colour(sys.stdout), width=min(WIDTH, width_for(sys.stdout, WIDTH))))
        case Format.MARKDOWN:
            out(sheet_markdown(sheet))
        case Format.HTML:
            out(sheet_html(sheet), utf8=True)
        case Format.JSON:
            out_json(sheet_json(sheet))


def _finding(kind: Kind, said: str, judgement: Judgement) -> Finding | None:
    """What the sheet is about: what was named, else the newest breach if such a sheet is about one."""
    from pactlang.day.repair import needs_repair, newest_broken
    from pactlang.day.repair_text import no_plan_words
    from pactlang.diagnostics import nearest_spelling
    from pactlang.inputs import InputError

    if not said:
        return newest_broken(judgement) if kind.about_one else None
    if not kind.may_be_about:
        raise InputError(f"a {kind.value} sheet is about all that is open, not about {said}; leave it out")
    ids = {one.id: one for one in judgement.findings if needs_repair(one)}
    if said not in ids:
        near = nearest_spelling(said, ids, 0.8)
        raise InputError(f"there is no finding {said}; did you mean {near}?" if near else no_plan_words(list(ids)[-12:]))
    return ids[said]
