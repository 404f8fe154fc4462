"""`pact explain`: each sentence in plain words, with the nearest case that is kept and the nearest that is broken."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from pactlang.words.page import out, out_json, show, wants_colour, width_for


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def command(
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACT] [CLAUSE]",
            help="The agreement (default: the one in this folder), then one clause, sentence, matrix or state of it (default: all).",
            show_default=False,
        ),
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="Format of the answer.")] = Format.TEXT,
) -> None:
    """Put each sentence in plain words. Each comes with the nearest case that is kept and the nearest that is broken.

    Every case is a short log that the checker has judged by exactly this sentence.

    Exit code 0: done. 2: there is no such clause, or a text could not be read.

    Example: pact explain us.pact tell
    """
    from pactlang.cli.patience import patience
    from pactlang.explain.page import explain_json, explain_markdown, explain_text
    from pactlang.explain.text import explained
    from pactlang.inputs import named_part

    agreement, only = named_part(words or [])
    with patience():
        clauses = explained(agreement, only)
    if output is Format.JSON:
        out_json(explain_json(agreement, clauses))
    elif output is Format.MARKDOWN:
        out(explain_markdown(agreement, clauses), utf8=True)
    else:
        width = width_for(sys.stdout, 100)
        show(explain_text(agreement, clauses, colour=wants_colour(sys.stdout), width=width, whole=not only))
