"""`pact diff`: what a renegotiation changed."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.words.page import out, out_json, show, wants_colour, width_for
from pactlang.words.words import safe

if TYPE_CHECKING:
    from pactlang.diff.texts import TwoTexts


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def command(
    *,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The old text: a file, or REVISION:PATH for a version in git.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new text, likewise.")],
    more: Annotated[list[str] | None, typer.Argument(metavar="[LOG…]", help="More logs for --replay.", show_default=False)] = None,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Compare two people's drafts: say how they differ, but not which is tighter.")
    ] = False,
    replay: Annotated[
        list[str] | None, typer.Option("--replay", metavar="LOG…", help="Check these logs against both texts.", show_default=False)
    ] = None,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="TIME", help="With --replay: check the year before this moment. Default: now.")
    ] = "",
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="FINGERPRINT", help="Record next to NEW that this change is accepted.", show_default=False),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="With --accept: why, in your own words.")] = "",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if they mean different things.")] = False,
    output: Annotated[Format, typer.Option("--format", help="Format of the answer.")] = Format.TEXT,
) -> None:
    """Say what a renegotiation changed: tighter or looser. And for whom, and whose yes it needs.

    Every 'tighter' and 'looser' is shown by a short log that one text keeps and the other breaks; if none is found it says 'changed'.

    Exit code 0: done. 1: with --exit-code, they differ and not all of it is accepted. 2: a text could not be read.

    Example: pact diff HEAD~1:us.pact us.pact --replay 2026.pactlog
    """
    from pactlang.cli.faults import say_warnings
    from pactlang.cli.patience import patience
    from pactlang.diff.texts import diff_files
    from pactlang.inputs import InputError

    if drafts and (replay or accept or reason):
        raise InputError("--drafts says how two drafts differ; it cannot be combined with --replay or --accept")
    if more and not replay:
        raise InputError(f"pact diff compares two texts, but {more[0]} is a third; for a log, use --replay")
    with patience():
        found = diff_files(old, new, drafts=drafts, logs=[*(replay or []), *(more or [])], as_of=as_of)
    if accept or reason:
        _accept(found, accept or [], reason)
        return
    say_warnings(found.warnings)
    names = (old, new)
    if output is Format.JSON:
        from pactlang.diff.as_json import diff_json

        out_json(diff_json(found.comparison, found.accepted, found.replayed, drafts=drafts))
    elif drafts:
        from pactlang.diff.drafts import drafts_markdown, drafts_text

        if output is Format.MARKDOWN:
            out(drafts_markdown(names, found.comparison), utf8=True)
        else:
            show(drafts_text(names, found.comparison, colour=wants_colour(sys.stdout), width=_width()))
    elif output is Format.MARKDOWN:
        from pactlang.diff.as_markdown import diff_markdown

        out(diff_markdown(names, found.comparison, found.accepted, found.replayed), utf8=True)
    else:
        from pactlang.diff.text import diff_text

        show(diff_text(names, found.comparison, found.accepted, found.replayed, colour=wants_colour(sys.stdout), width=_width()))
    if exit_code and found.left:
        raise typer.Exit(1)


def _width() -> int:
    return width_for(sys.stdout, 100)


def _accept(found: TwoTexts, marks: list[str], reason: str) -> None:
    """Note that some changes are accepted, and say so."""
    from pactlang.cli.faults import say_done
    from pactlang.diff.text import headed
    from pactlang.diff.texts import accept

    said = {one.fingerprint: [one.name, *headed(one)] for one in found.comparison.changes if one.means_something_else}
    accept(found, marks, reason, said)
    say_done(f"Noted in {safe(str(found.beside))}: {', '.join(marks)}\n")
