"""`pact check`: judges logs against the agreement."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import History, ThisText
from pactlang.words.page import out_json, show, wants_colour, width_for

if TYPE_CHECKING:
    from pactlang.checker.finding import Judgement


class Format(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    MARKDOWN = "markdown"


def command(
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACT…] [LOG…]",
            help="The agreement (or several versions of it) and its logs. Default: the agreement in this folder, "
            "with every log next to it. "
            "'-' reads a log from standard input.",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="TIME", help="Judge as of this moment: 2026-10-05 or 2026-10-05T12:00. Default: now.")
    ] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Only findings from this date on.")] = "",
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="CLAUSE", help="Only this clause (can be given more than once).")
    ] = None,
    list_kept: Annotated[bool, typer.Option("--all", help="Also list what was kept.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Tell everything in full, in order of time.")] = False,
    talk: Annotated[
        bool, typer.Option("--since-talk", help="Tell in full what happened since all last talked (a check-in, talk or review).")
    ] = False,
    summary: Annotated[bool, typer.Option("--summary", help="Only how many of each.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Count drift as a finding for the exit code.")] = False,
    this_text: ThisText = False,
    history: History = False,
    output: Annotated[Format, typer.Option("--format", help="Format of the answer.")] = Format.TEXT,
) -> None:
    """Judge a log: what was kept, what was broken, what is due.

    Exit code 0: all is kept. 1: a breach (with --strict also drift). 2: a text could not be read; nothing was judged.

    Example: pact check us.pact 2026.pactlog --as-of 2026-10-05
    """
    from pactlang.checker.select import select
    from pactlang.cli.faults import say_notes, say_warnings
    from pactlang.cli.patience import still_at_it
    from pactlang.inputs import check_files

    with still_at_it():
        checked = check_files(files or [], as_of=as_of, since=since, only=only or [], keep_all=list_kept, this_text=this_text)
    say_warnings(checked.warnings)
    say_notes(checked.notes)
    judgement = select(checked.judgement, since=checked.since, only=checked.only, list_kept=list_kept)
    if output is Format.JSON:
        from msgspec.structs import replace

        from pactlang.words.json import judgement_json

        out_json(judgement_json(replace(judgement, findings=[]) if summary else judgement))
    elif output in (Format.SARIF, Format.GITHUB, Format.MARKDOWN):
        _for_elsewhere(judgement, output, whole=checked.since is None and not checked.only)
    elif summary:
        from pactlang.words.text import summary_text

        show(summary_text(judgement, colour=wants_colour(sys.stdout)))
    else:
        from pactlang.words.text import WIDTH, judgement_text

        whole = checked.since is None and not checked.only
        # What goes to a file is the same whatever the window it was called from.
        width = width_for(sys.stdout, WIDTH)
        colour = wants_colour(sys.stdout)
        last_talk = _last_talk(judgement) if talk else None
        show(judgement_text(judgement, colour=colour, width=width, list_kept=list_kept, whole=whole, full=full, since=last_talk))
    found = judgement.summary.breach + (judgement.summary.drift if strict else 0)
    if found:
        raise typer.Exit(1)


def _for_elsewhere(judgement: Judgement, output: Format, *, whole: bool) -> None:
    from pactlang.words.formats import judgement_github, judgement_markdown, judgement_sarif
    from pactlang.words.page import out

    if output is Format.SARIF:
        out_json(judgement_sarif(judgement))
    elif output is Format.GITHUB:
        out(judgement_github(judgement), utf8=True)
    else:
        out(judgement_markdown(judgement, whole=whole), utf8=True)


def _last_talk(judgement: Judgement) -> int | None:
    from pactlang.words.brief import since_talk

    found = since_talk(judgement)
    if found is None:
        typer.echo("No check-in, talk or review of all is in the log; the last 30 days are shown in full.", err=True)
    return found
