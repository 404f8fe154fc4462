"""`pact status`: today at a glance."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pactlang.cli.options import Format, History, Now, Output, ThisText
from pactlang.words.page import out_json, show, wants_colour


def command(
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PACT…] [LOG…]", help="The agreement and its logs. Default: those in this folder.", show_default=False),
    ] = None,
    as_of: Now = "",
    party: Annotated[str, typer.Option("--for", metavar="PARTY", help="Only what concerns this party.")] = "",
    due: Annotated[bool, typer.Option("--due", help="Only what is due now, one line each; no output if nothing is.")] = False,
    this_text: ThisText = False,
    history: History = False,
    output: Output = Format.TEXT,
) -> None:
    """Show what is due today, what comes next and what is left. Also what is paused, and what went well.

    Exit code 0: done. 2: a text could not be read.

    Example: pact status --due
    """
    from pactlang.cli.faults import say_notes, say_warnings
    from pactlang.day.status import today_of
    from pactlang.day.status_text import status_json, status_text
    from pactlang.inputs import known_party, moment_or_now, read_texts

    texts = read_texts(files or [], this_text=this_text, as_of=as_of)
    party = known_party(party, texts.agreements[-1])
    say_warnings(texts.warnings)
    say_notes(texts.remarks)
    moment = moment_or_now(as_of, texts.zone)
    today = today_of(texts.agreements, texts.entries, moment, texts.zone, party)
    if output is Format.JSON:
        out_json(status_json(today))
    else:
        show(status_text(today, due_only=due, colour=wants_colour(sys.stdout)))
