"""`pact diff`: what a renegotiation changed."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.render.page import out, wants_colour
from pactlang.render.words import safe

if TYPE_CHECKING:
    from pactlang.workspace import Compared


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def command(
    *,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The text before: a file, or REVISION:PATH for one that git keeps.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The text now, likewise.")],
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Two people's own drafts: say where they differ, never tighter or looser.")
    ] = False,
    replay: Annotated[
        list[str] | None, typer.Option("--replay", metavar="LOG", help="Judge this log under both (may be repeated).", show_default=False)
    ] = None,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="TIME", help="With --replay: judge the year before this moment. Default: now.")
    ] = "",
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="FINGERPRINT", help="Note beside NEW that this change is accepted.", show_default=False),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="With --accept: why, in your own words.")] = "",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit code 1 where they mean different things.")] = False,
    output: Annotated[Format, typer.Option("--format", help="How to write the answer.")] = Format.TEXT,
) -> None:
    """Say what a renegotiation changed, by meaning: tighter or looser, for whom, whose assent it needs.

    Every 'tighter' and 'looser' is shown by a short log that one text keeps and the other breaks; where none is found it says 'changed'.

    Exit code 0: said. 1: with --exit-code, they differ and not all of it is accepted. 2: a text could not be read.

    Example: pact diff HEAD~1:us.pact us.pact --replay 2026.pactlog
    """
    from pactlang.cli.faults import say_faults, say_warnings
    from pactlang.render.diff import diff_text
    from pactlang.workspace import InputError, diff_files

    try:
        found = diff_files(old, new, drafts=drafts)
        if accept or reason:
            _accept(found, accept or [], reason)
            return
    except InputError as wrong:
        say_faults(wrong)
        raise typer.Exit(2) from None
    say_warnings(found.warnings)
    out(diff_text((old, new), found.comparison, found.accepted, colour=wants_colour(sys.stdout)))
    if exit_code and found.left:
        raise typer.Exit(1)


def _accept(found: Compared, marks: list[str], reason: str) -> None:
    """Note that some changes are accepted, all of them or none."""
    from pactlang.negotiate.accept import Accepted, one_line, with_accepted
    from pactlang.render.changes import said_words
    from pactlang.workspace import InputError, today
    from pactlang.writing import ChangedMeanwhileError, replace_file

    if not marks:
        raise InputError("--reason goes with --accept FINGERPRINT")
    if not one_line(reason):
        raise InputError("--accept needs --reason, so that you both know in a year why it was fine")
    was = found.beside.read_bytes() if found.beside.exists() else b""
    text = was.decode()
    changes = {change.fingerprint: change for change in found.comparison.changes if change.means_something_else}
    for mark in marks:
        change = changes.get(mark)
        if change is None:
            raise InputError(f"there is no change {mark} between these two; 'pact diff' shows the fingerprint of each")
        accepted = Accepted(mark, today().isoformat(), reason)
        text = with_accepted(text, accepted, [change.name, *said_words(change)])
    try:
        replace_file(found.beside, text.encode(), was=was if found.beside.exists() else None)
    except ChangedMeanwhileError:
        raise InputError(f"{found.beside} was changed by somebody else meanwhile; it stays as it is. Try again") from None
    except OSError as problem:
        raise InputError(f"{found.beside} cannot be written: {problem.strerror}") from None
    out(f"Noted in {safe(str(found.beside))}: {', '.join(marks)}\n")
