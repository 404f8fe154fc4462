"""`pact may`: before you act, would this fit?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import Format, Now, Output, ThisText
from pactlang.words.page import out_json, show, wants_colour, width_for

if TYPE_CHECKING:
    from pactlang.day.may import Log
    from pactlang.diagnostics import Diagnostic
    from pactlang.inputs import Texts
    from pactlang.log.entry import Entry


def command(
    *,
    words: Annotated[
        list[str],
        typer.Argument(metavar="[PACT] [LOG…] ENTRY", help="The agreement and its logs (default: those in this folder), then the entry."),
    ],
    party: Annotated[str, typer.Option("--as", metavar="PARTY", help="Who it would be by, if the entry does not say.")] = "",
    as_of: Now = "",
    this_text: ThisText = False,
    output: Output = Format.TEXT,
) -> None:
    """Ask whether something would fit, before you do it. Says what it would break, what is still needed, what it would start.

    Nothing is written. Write dates as you would say them: "friday 19:00 to 23:00", "tomorrow", "2026-10-02 19:30".

    Exit code 0: it fits. 1: not as things stand. 2: a text or the call is wrong.

    Example: pact may encounter by Ana with dana on friday 19:00 to 23:00
    """
    from pactlang.cli.faults import say_notes, say_warnings
    from pactlang.cli.patience import patience
    from pactlang.day.may import try_entry
    from pactlang.day.may_text import trial_json, trial_text
    from pactlang.inputs import InputError

    texts, log, (entry, *more) = read_call(words, party, as_of, ahead=True, this_text=this_text)
    if more:
        raise InputError("ask about one thing at a time; 'pact log' takes the whole line")
    say_warnings(texts.warnings)
    say_notes(texts.remarks)
    with patience():
        trial = try_entry(log, entry, ahead=True)
    if output is Format.JSON:
        out_json(trial_json(trial, log.zone))
    else:
        show(trial_text(trial, log.zone, colour=wants_colour(sys.stdout), width=width_for(sys.stdout, 100)))
    if not trial.fits:
        raise typer.Exit(1)


def read_call(words: list[str], party: str, as_of: str, *, ahead: bool, this_text: bool = False) -> tuple[Texts, Log, list[Entry]]:
    """The texts that the first words name, and the entry that the others say: several where they waive several.

    Raises `InputError` with all faults.
    """
    from pactlang.inputs import InputError, split_call

    files, said = split_call(words)
    if not said:
        call = "may encounter by Ana with dana on friday 19:00 to 23:00" if ahead else 'log "disclosure by Ana to Ben about e1"'
        raise InputError(f"what entry? For example: pact {call}")
    return read_said(files, said, party, as_of, ahead=ahead, this_text=this_text)


def read_said(
    files: list[str], said: str, party: str, as_of: str, *, ahead: bool, this_text: bool = False
) -> tuple[Texts, Log, list[Entry]]:
    """The texts in some files, and the entry that some words say: several where they waive several. Raises `InputError` with all faults."""
    from pactlang.day.may import Log
    from pactlang.day.otherwise import said_otherwise
    from pactlang.day.short import Now, full_line
    from pactlang.inputs import NEW_ENTRY, InputError, known_party, moment_or_now, read_entries, read_texts

    texts = read_texts(files, this_text=this_text, as_of=as_of)
    zone = texts.zone
    now = moment_or_now(as_of, zone)
    party = known_party(party, texts.agreements[-1])
    if (wrong := said_otherwise(said, NEW_ENTRY)) is not None:
        raise InputError(diagnostics=could_mean([wrong], said, texts, zone.written(now), party, ahead=ahead))
    line = full_line(said, Now(*zone.written(now)), by=party, ahead=ahead)
    try:
        entries = read_entries(line, texts, texts.warnings)
    except InputError as problem:
        if not problem.diagnostics:
            raise
        raise InputError(diagnostics=could_mean(list(problem.diagnostics), said, texts, zone.written(now), party, ahead=ahead)) from None
    return texts, Log(texts.agreements, texts.entries, now, zone), entries


def could_mean(
    faults: list[Diagnostic], said: str, texts: Texts, now: tuple[int, int, int | None], party: str, *, ahead: bool = False
) -> list[Diagnostic]:
    """The faults of an entry, with what it could mean: the first one says it."""
    from datetime import date

    from msgspec.structs import replace

    from pactlang.inputs import NEW_ENTRY
    from pactlang.inputs.entries import CODES, Scribe
    from pactlang.language.rephrase.when import Now
    from pactlang.source import SourceFile

    if not faults or any(one.nearest for one in faults):
        return faults
    advice = Scribe(texts.agreements).suggest(said, Now(date.fromordinal(now[0]), now[1] // 60, ahead), me=party)
    if not advice.offers and (not advice.why or faults[0].code not in CODES):  # what it lacks is said: a clause, say, and no event
        return faults
    if not advice.offers:
        return [replace(faults[0], advice=advice)]
    fault = faults[0]
    if fault.span.source.text != said:  # of the line that was made of it: nobody typed that
        fault = replace(fault, message="This is not an entry yet.", span=SourceFile(NEW_ENTRY, said).span(0, len(said)))
    return [replace(fault, advice=advice, expected="")]
