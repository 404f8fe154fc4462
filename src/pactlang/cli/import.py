"""`pact import`: entries from a shared calendar."""
# ruff: noqa: N999 - a module is called as its command is

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import ThisText
from pactlang.words.page import out, show

if TYPE_CHECKING:
    from pactlang.calendars.files import ImportWish


def command(
    *,
    calendar: Annotated[str, typer.Argument(metavar="CALENDAR", help="The calendar: an .ics file, or '-' for standard input.")],
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACT] [LOG]", help="The agreement and the log to write to. Default: those in this folder.", show_default=False
        ),
    ] = None,
    rules: Annotated[str, typer.Option("--map", metavar="RULES", help="A text file: which titles become which entries.")],
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="Nothing before this date. Default: the past year, in force.")] = "",
    me: Annotated[
        list[str] | None,
        typer.Option("--me", metavar="ADDRESS", help="Whose calendar it is; `answer` in rules is theirs.", show_default=False),
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="Also give entries in the log the times that the calendar has now.")] = False,
    whole: Annotated[bool, typer.Option("--all", help="Show all that is left out, not ten of each kind.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Go on, and look again when the calendar or the rules change.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    as_of: Annotated[str, typer.Option("--as-of", metavar="TIME", help="Use this moment as now; later events are left out.")] = "",
    this_text: ThisText = False,
) -> None:
    """Take entries from a shared calendar. You see them before anything is written.

    A rule is a line such as: title starts with "Date: " -> encounter by Ana with the rest

    Each entry keeps the calendar's own name for it (UID), so nothing is added twice, even if it was moved since; what the calendar has
    changed is shown, and written with --update.

    Exit code 0: written, or nothing to write. 1: not written: you said no, or nobody could be asked. 2: a text or the call is wrong.

    Example: pact import shared.ics --map rules.txt
    """
    from pactlang.calendars.files import ImportWish

    wish = ImportWish(calendar, rules, since, as_of, this_text, tuple(me or ()))
    if watch:
        _watch(files or [], wish, update=update, whole=whole, yes=yes)
    elif code := _once(files or [], wish, update=update, whole=whole, yes=yes):
        raise typer.Exit(code)


def _once(files: list[str], wish: ImportWish, *, update: bool, whole: bool, yes: bool) -> int:
    """Look once, and write what is agreed on; the exit code."""
    from pactlang.calendars.files import import_files
    from pactlang.calendars.import_text import preview
    from pactlang.calendars.updating import update_log
    from pactlang.cli.faults import say_done, say_notes, say_warnings
    from pactlang.day.append import add
    from pactlang.words.words import safe

    imported = import_files(files, wish)
    say_warnings(imported.texts.warnings)
    say_notes(imported.texts.remarks)
    path = _the_log(imported.texts.logs, imported.texts.pacts)
    show(preview(imported, str(path), wish.calendar, whole=whole, update=update))
    changed = imported.compared.sure_changes if update else []
    if not imported.entries and not changed:
        return 0
    if not yes and not _agreed(path):
        out("Nothing was written.\n" if sys.stdin.isatty() else "Nothing was written; to write it, add --yes.\n")
        return 1
    by_hand = update_log(path, changed) if changed else []
    if imported.entries:
        add(path, *imported.entries)
    for entry in by_hand:
        out(f"{safe(entry.file)}:{entry.line} is not as pact import wrote it: change it by hand.\n")
    if imported.entries or len(by_hand) < len(changed):
        say_done(f"Written to {safe(str(path))}.\n")
    return 0


def _watch(files: list[str], wish: ImportWish, *, update: bool, whole: bool, yes: bool) -> None:
    """Look now, and again whenever the calendar or the rules change, until interrupted."""
    import contextlib

    from pactlang.cli.watching import watch
    from pactlang.inputs import STANDARD_INPUT, InputError

    if wish.calendar == STANDARD_INPUT:
        raise InputError("--watch needs a calendar in a file")

    def states() -> list[tuple[str, int, int]]:
        found = []
        for path in (wish.calendar, wish.rules):
            with contextlib.suppress(OSError):
                known = Path(path).stat()
                found.append((path, known.st_mtime_ns, known.st_size))
        return found

    def look() -> None:
        out("\n")
        _once(files, wish, update=update, whole=whole, yes=yes)

    before = states()  # before they are read: what changes meanwhile is seen the next time
    _once(files, wish, update=update, whole=whole, yes=yes)
    watch(states, look, before, seconds=0.5)


def _the_log(logs: list[Path], pacts: list[Path]) -> Path:
    from pactlang.inputs import InputError

    if len(logs) > 1:
        raise InputError(f"which log? There are several: {', '.join(map(str, logs))}. Name it")
    return logs[0] if logs else pacts[-1].with_suffix(".pactlog")


def _agreed(path: Path) -> bool:
    from pactlang.cli.talk import agreed, can_ask

    return can_ask() and agreed(f"Write it to {path}?", writes=True)
