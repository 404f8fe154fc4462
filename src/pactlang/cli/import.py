"""`pact import`: entries from a shared calendar."""
# ruff: noqa: N999 - a module is called as its command is

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pactlang.cli.versions import ThisText
from pactlang.words.page import out, show


def command(
    *,
    calendar: Annotated[str, typer.Argument(metavar="CALENDAR", help="The calendar: an .ics file, or '-' for standard input.")],
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACT] [LOG]", help="The agreement and the log to write to. Default: those in this folder.", show_default=False
        ),
    ] = None,
    rules: Annotated[str, typer.Option("--map", metavar="RULES", help="A text file that says which titles become which entries.")],
    since: Annotated[
        str, typer.Option("--from", metavar="DATE", help="Nothing before this date. Default: the past year while in force.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    as_of: Annotated[str, typer.Option("--as-of", metavar="TIME", help="Use this moment as now; later events are left out.")] = "",
    this_text: ThisText = False,
) -> None:
    """Take entries from a shared calendar. You see them before anything is written.

    A rule is a line such as: title starts with "Date: " -> encounter by Ana with the rest

    Each entry keeps the calendar's own name for it (UID), so nothing comes twice; what is already in the log is left alone.

    Exit code 0: written, or nothing to write. 1: not written: you said no, or nobody could be asked. 2: a text or the call is wrong.

    Example: pact import shared.ics --map rules.txt
    """
    from pactlang.calendars.files import import_files
    from pactlang.calendars.import_text import preview
    from pactlang.cli.faults import say_done, say_notes, say_warnings
    from pactlang.day.append import add
    from pactlang.words.words import safe

    imported = import_files(files or [], calendar, rules, since=since, as_of=as_of, this_text=this_text)
    say_warnings(imported.texts.warnings)
    say_notes(imported.texts.remarks)
    path = _the_log(imported.texts.logs, imported.texts.pacts)
    show(preview(imported, str(path)))
    if not imported.entries:
        return
    if not yes and not _agreed(path):
        out("Nothing was written.\n" if sys.stdin.isatty() else "Nothing was written; to write it, add --yes.\n")
        raise typer.Exit(1)
    add(path, *imported.entries)
    say_done(f"Written to {safe(str(path))}.\n")


def _the_log(logs: list[Path], pacts: list[Path]) -> Path:
    from pactlang.inputs import InputError

    if len(logs) > 1:
        raise InputError(f"which log? There are several: {', '.join(map(str, logs))}. Name it")
    return logs[0] if logs else pacts[-1].with_suffix(".pactlog")


def _agreed(path: Path) -> bool:
    from pactlang.words.words import safe

    if not sys.stdin.isatty() or not sys.stdout.isatty():
        return False
    try:
        return input(f"Write it to {safe(str(path))}? [Y/n] ").strip().lower() in ("", "y", "yes")
    except EOFError:
        return False
