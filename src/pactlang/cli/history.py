"""`pact history`: every renegotiation that git keeps."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pactlang.words.page import out, out_json, show, wants_colour


class Format(StrEnum):
    """How the story is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def command(
    *,
    file: Annotated[
        str | None,
        typer.Argument(metavar="[PACT]", help="The agreement. Default: the one in this folder.", show_default=False),
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="Format of the story.")] = Format.TEXT,
) -> None:
    """Tell how an agreement came about. Every version in git, who signed it and when, what it changed, and why.

    Exit code 0: done. 2: there is no history to read.

    Example: pact history us.pact --format markdown
    """
    from pactlang.cli.faults import say_notes
    from pactlang.cli.patience import patience
    from pactlang.diff.history_text import history_json, history_markdown, history_text
    from pactlang.diff.renegotiations import renegotiations
    from pactlang.inputs import InputError, history_of, sort_files
    from pactlang.model.calendar import machine_zone

    pacts, logs = sort_files([Path(file)] if file else [])
    if file and logs and str(logs[0]) == file:
        raise InputError(f"{file} is not an agreement; agreements end in .pact or .md")
    history = history_of(pacts, logs)
    say_notes(history.notes)
    with patience():
        story = renegotiations(history.versions)
    if output is Format.JSON:
        out_json(history_json(story))
    elif output is Format.MARKDOWN:
        out(history_markdown(story, machine_zone(), whole=history.whole), utf8=True)
    else:
        show(history_text(story, machine_zone(), whole=history.whole, colour=wants_colour(sys.stdout)))
