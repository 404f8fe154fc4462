"""`pact log`: writes one entry down, looked at first."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import Now, ThisText
from pactlang.cli.talk import agreed, can_ask, the_log
from pactlang.words.page import show, wants_colour

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pactlang.day.may import Log
    from pactlang.log.entry import Entry


def command(
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PACT] [LOG] [ENTRY]",
            help="The agreement and the log to write to (default: those in this folder), then the entry. Without an entry you are asked.",
            show_default=False,
        ),
    ] = None,
    party: Annotated[str, typer.Option("--as", metavar="PARTY", help="Who it is by, if the entry does not say.")] = "",
    note: Annotated[str, typer.Option("--note", help="A note in your own words, kept under the entry.")] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write it without asking.")] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the last entry that this terminal wrote; again, the one before it.")
    ] = False,
    edit: Annotated[
        bool, typer.Option("--edit", help="Change the last entries in your editor; faults are shown before it is written.")
    ] = False,
    forget: Annotated[str, typer.Option("--forget", metavar="DATE", help="Remove every entry before this date, for good.")] = "",
    as_of: Now = "",
    this_text: ThisText = False,
) -> None:
    """Add one entry to the log. It is checked first: you see what it starts and what it would break.

    Write dates as you would say them: "yesterday 19:00 to 23:00", "on friday"; without one, it is now. A breach is written down like all
    else: the log shows what happened. Without an entry, you are asked. Who you are can be set once, in pact.toml: [log] as = "Ana".

    Exit code 0: written. 1: you said no. 2: a text or the call is wrong; nothing was written.

    Example: pact log "disclosure by Ana to Ben about e3, covering who, when"
    """

    if undo:
        _undo(words or [])
        return
    if edit:
        from pactlang.cli.log_edit import edit as edited

        if not edited(words or [], this_text=this_text):
            raise typer.Exit(1)
        return
    done = _forget(words or [], forget, yes=yes) if forget else _log(words or [], party, note, as_of, yes=yes, this_text=this_text)
    if not done:
        raise typer.Exit(1)


def _log(words: list[str], party: str, note: str, as_of: str, *, yes: bool, this_text: bool) -> bool:
    from msgspec.structs import replace

    from pactlang.cli.faults import say_done, say_notes, say_warnings
    from pactlang.cli.may import read_call
    from pactlang.day.may import try_entry
    from pactlang.day.may_text import preview_text
    from pactlang.inputs import STANDARD_INPUT, InputError, split_call
    from pactlang.log.write import entries_to_text
    from pactlang.words.words import safe

    files, said = split_call(words)
    if STANDARD_INPUT in files:
        raise InputError("the entry needs a file to go into; standard input is not one")
    said, note, party = _said(files, said, party, note, as_of, this_text=this_text)
    try:
        texts, log, entries = read_call([*files, said], party, as_of, ahead=False, this_text=this_text)
    except InputError as problem:
        if yes or not can_ask():
            raise
        from pactlang.cli.log_talk import meant

        if not (chosen := meant(problem)):
            raise
        return _log([*files, chosen], party, note, as_of, yes=yes, this_text=this_text)
    say_warnings(texts.warnings)
    say_notes(texts.remarks)
    by = {name for one in entries for name in one.by}
    path = the_log(texts.logs, texts.pacts, party or (min(by) if len(by) == 1 else ""))
    entries = ready(entries, log, note)
    for entry in entries:
        trial = try_entry(log, entry)
        if trial.asks_who:
            # What nobody is named for counts for nobody, and that is rarely meant.
            named = _who(trial.asks_who, entry.type, log.agreements[-1].parties)
            if named:
                return _log([*files, said], named, note, as_of, yes=yes, this_text=this_text)
        show(preview_text(trial, log.zone, str(path), colour=wants_colour(sys.stdout)))
        log = replace(log, entries=[*log.entries, entry])
    if not yes and can_ask():
        if len(entries) > 1:
            show(f"In one line\n  {safe(entries_to_text(entries).rstrip())}\n")
        if not agreed(f"Write it to {path}?", writes=True):
            from pactlang.cli.log_talk import keep

            keep(said, note)
            return False
    put_down(path, entries)
    say_done(f"Written to {safe(str(path))}.\n")
    return True


def ready(entries: Sequence[Entry], log: Log, note: str) -> list[Entry]:
    """Entries as they are written: marked if they are noted late, the first with the note."""
    from msgspec.structs import replace

    from pactlang.day.may import noted_late

    return [replace(noted_late(entry, log), note=note.strip() if place == 0 else "") for place, entry in enumerate(entries)]


def put_down(path: Path, entries: Sequence[Entry]) -> None:
    """Add entries to a log, so that they can be taken back. Raises `NotWrittenError`; then the log is as it was."""
    from pactlang.day import session
    from pactlang.day.append import add

    session.remember(path, add(path, *entries))


def _said(files: list[str], said: str, party: str, note: str, as_of: str, *, this_text: bool) -> tuple[str, str, str]:
    """The entry, its note and who it is by unless it says so; asked for where no entry was given. Raises `InputError`."""
    from pactlang.cli.talk import who_am_i
    from pactlang.inputs import InputError, known_party, moment_or_now, read_texts

    if not said and not can_ask():
        raise InputError('what entry? For example: pact log "disclosure by Ana to Ben about e1"')
    if said and (party or " by " in f" {said} " or said.startswith("complete ")):
        return said, note, party
    texts = read_texts(files, this_text=this_text, as_of=as_of)
    agreement = texts.agreements[-1]
    me = known_party(party, agreement) or who_am_i(texts.pacts[-1], agreement)
    if said:
        return said, note, me
    from pactlang.cli.log_talk import asked
    from pactlang.day.short import Now

    entry, own = asked(texts, Now(*texts.zone.written(moment_or_now(as_of, texts.zone))), me)
    return entry, note or own, me


def _who(labels: tuple[str, ...], event: str, parties: tuple[str, ...]) -> str:
    """Who it is by, asked; empty where nobody is named on purpose. Raises `InputError` where nobody can be asked."""
    from pactlang.day.ask import Question
    from pactlang.inputs import InputError
    from pactlang.words.words import list_words

    if not can_ask():
        raise InputError(f"who? For {list_words(labels)} this {event} counts only if it says by whom: add 'by NAME', or --as NAME")
    from pactlang.cli.log_talk import put

    return put(Question("By whom?", "by", parties))


def _undo(words: list[str]) -> None:

    from pactlang.cli.faults import say_done
    from pactlang.day import session
    from pactlang.day.append import take_back
    from pactlang.inputs import InputError
    from pactlang.words.words import safe

    known = session.last()
    if known is None:
        raise InputError("this terminal has not written any entry that could be taken back")
    path, written = known
    if words and os.path.realpath(words[-1]) != os.path.realpath(path):
        raise InputError(f"the last entry went to {path}, not to {words[-1]}")
    taken = take_back(path, written)
    session.forget()
    lines = "".join(f"  {safe(line)}\n" for line in taken.splitlines())
    say_done(f"Taken back from {safe(str(path))}:\n{lines}")


def _forget(words: list[str], day: str, *, yes: bool) -> bool:
    from datetime import date

    from pactlang.cli.faults import say_done
    from pactlang.day import session
    from pactlang.day.append import JSON_LINES, TEXT, keep_lines
    from pactlang.day.old import lines_before
    from pactlang.inputs import InputError, read_file, read_texts
    from pactlang.inputs.files import listed
    from pactlang.words.words import count_words, safe
    from pactlang.writing import NotWrittenError

    try:
        first = date.fromisoformat(day.strip())
    except ValueError:
        raise InputError(f"--forget: {day!r} is not a valid date; use the form 2026-10-05") from None
    texts = read_texts(words, this_text=True)
    path = the_log(texts.logs, texts.pacts)
    if path.suffix not in (*TEXT, *JSON_LINES):
        raise InputError(f"{path} is not a text log; remove the entries in the program that keeps that table")
    data = read_file(path)
    old = lines_before(data, str(path), first.toordinal())
    if not old.lines:
        show(f"{safe(str(path))} has no entry before {first.isoformat()}.\n")
        return True
    also = f", and {count_words(old.about_them, 'later entry', 'later entries')} about one of them," if old.about_them else ""
    show(
        f"{count_words(old.entries, 'entry', 'entries')} before {first.isoformat()}{also} "
        f"would be removed from {safe(str(path))} for good.\n"
        "Comments and copies stay: backups, exports, other people's files and git's history.\n"
    )
    for other in listed(path.parent, ".pactlog"):
        if (
            os.path.realpath(other) != os.path.realpath(path)
            and lines_before(read_file(other), str(other), first.toordinal(), old.names).lines
        ):
            show(f"{safe(str(other))} has entries from that time, too; it is left alone until you name it.\n")
    if not yes:
        if not can_ask():
            raise InputError("add --yes to remove them")
        if not agreed("Remove them?", writes=True):
            return False

    def drop(now: bytes) -> Callable[[int], bool]:
        again = lines_before(now, str(path), first.toordinal())
        if again.taken(now) != old.taken(data):
            raise NotWrittenError(f"someone else has changed {path} in the meantime; nothing was removed. Try again")
        return again.lines.__contains__

    keep_lines(path, drop)
    session.forget_log(path)
    say_done("Taken out.\n")
    return True
