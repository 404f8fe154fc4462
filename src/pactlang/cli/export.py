"""`pact export`: reminders for any calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.calendars.export.wish import Titles, Wish
from pactlang.cli.options import Now, ThisText
from pactlang.words.page import out

if TYPE_CHECKING:
    from pathlib import Path

    from pactlang.calendars.export.standing import StandingCalendar
    from pactlang.model.agreement import Agreement


def command(
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACT…] [LOG…]",
            help=(
                "The agreement (or several versions of it) and its logs. Default: the agreement in this folder, with every log next to it."
            ),
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The calendar to write or update. '-': standard output.")
    ] = "reminders.ics",
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="CLAUSE", help="Only this clause (can be given more than once).")
    ] = None,
    party: Annotated[str, typer.Option("--for", metavar="PARTY", help="Only what concerns this party.")] = "",
    horizon: Annotated[
        str, typer.Option("--horizon", metavar="TIME", help="How far ahead: 90d, 6w, 12m, 2y. Months and years go to the end of a month.")
    ] = "12m",
    titles: Annotated[Titles, typer.Option("--titles", help="Only 'Check-in' and the like, or your full words.")] = Titles.NEUTRAL,
    caps: Annotated[bool, typer.Option("--caps", help="Also the first day on which a used-up limit has room again.")] = False,
    prune_before: Annotated[str, typer.Option("--prune-before", metavar="DATE", help="Remove withdrawn events before this date.")] = "",
    caldav: Annotated[
        str,
        typer.Option(
            "--caldav",
            metavar="URL",
            help="Write to this calendar on a CalDAV server instead. Name and password come from PACT_CALDAV_USER and "
            "PACT_CALDAV_PASSWORD, or from a keyring; otherwise you are asked.",
        ),
    ] = "",
    watch: Annotated[bool, typer.Option("--watch", help="Keep running, and write again when the agreement or a log changes.")] = False,
    as_of: Now = "",
    this_text: ThisText = False,
) -> None:
    """Write reminders for any calendar. Check-ins, testing dates, open deadlines, reviews, ends of pauses and of the agreement.

    A file that already exists is updated: nothing appears twice, and what no longer applies is marked as cancelled.
    Titles say nothing about what was agreed unless you ask for it.

    Exit code 0: written. 2: a text or the call is wrong; nothing was written.

    Example: pact export us.pact 2026.pactlog -o reminders.ics
    """
    from pactlang.model.words import evened

    wish = Wish(tuple(only or ()), evened(party), horizon, titles, caps, prune_before, as_of, this_text)
    if watch:
        _watch(files or [], output, wish, caldav)
    elif caldav:
        _send(files or [], wish, caldav)
    else:
        _export(files or [], output, wish)


def _export(files: list[str], output: str, wish: Wish) -> list[Path]:
    """Write a file; says which files it was made from."""
    from pathlib import Path

    from pactlang.calendars.export_text import exported_text
    from pactlang.calendars.files import export_files
    from pactlang.cli.faults import say_done, say_notes, say_warnings
    from pactlang.inputs import STANDARD_INPUT, InputError, read_file
    from pactlang.writing import write_file

    path = Path(output)
    to_screen = output == STANDARD_INPUT
    if not to_screen and path.suffix.lower() != ".ics":
        raise InputError(f"{output}: the name of a calendar must end in .ics")
    old = read_file(path) if not to_screen and path.exists() else None
    exported = export_files(files, wish, old or b"", output)
    say_warnings(exported.warnings)
    say_notes(exported.notes)
    if to_screen:
        out(exported.updated.data.decode(), utf8=True)
        return exported.files
    if exported.updated.data != old:
        write_file(path, exported.updated.data, was=old, private=True)
    say_done(exported_text(exported, output))
    return exported.files


def _send(files: list[str], wish: Wish, address: str) -> list[Path]:
    """Bring the calendar on a server up to date; says which files it was made from."""
    from urllib.parse import urlsplit

    from pactlang.calendars.export.caldav import Remote, fetch, push
    from pactlang.calendars.export.http import look_at, sender
    from pactlang.calendars.export_text import sent_text
    from pactlang.calendars.files import export_files
    from pactlang.cli.credentials import credentials
    from pactlang.cli.faults import say_done, say_notes, say_warnings

    url = look_at(address)
    host = urlsplit(url).hostname or ""
    send = sender(url, *credentials(host))
    remote = Remote()

    def standing(agreement: Agreement) -> StandingCalendar:
        nonlocal remote
        remote = fetch(url, agreement, send)
        return remote.calendar

    exported = export_files(files, wish, remote=standing)
    say_warnings(exported.warnings)
    say_notes(exported.notes)
    sent = push(url, exported.newest, exported.updated, remote, send)
    say_done(sent_text(exported, sent, host))
    return exported.files


def _watch(files: list[str], output: str, wish: Wish, caldav: str) -> None:
    """Export, wait until a file changes or the day does, export again; a text with a fault is told and waited for."""
    import contextlib
    import time
    from datetime import UTC, datetime

    from pactlang.cli.watching import watch
    from pactlang.inputs import AGREEMENT_ENDINGS, STANDARD_INPUT, InputError

    if STANDARD_INPUT in (output, *files):
        raise InputError("--watch works only with files, not with standard input or output")

    def states() -> list[object]:
        found: list[object] = [datetime.now(UTC).hour]
        for folder in sorted({path.parent for path in paths}):
            watched = [path for ending in (*AGREEMENT_ENDINGS, ".pactlog") for path in folder.glob(f"*{ending}")]
            for path in sorted([*watched, *paths]):
                with contextlib.suppress(OSError):
                    known = path.stat()
                    found.append((str(path), known.st_mtime_ns, known.st_size))
        return found

    began = time.time_ns() - 1_000_000_000  # a file system's clock may be a little behind
    paths: list[Path] = []

    def look() -> None:
        nonlocal paths
        paths = _send(files, wish, caldav) if caldav else _export(files, output, wish)

    look()
    before = states()
    if any(isinstance(one, tuple) and one[1] >= began for one in before):
        before = []  # it may have changed after it was read: export once more
    watch(states, look, before, seconds=1)
