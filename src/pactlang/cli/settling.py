"""`pact repair --settle`: letting go, each after a yes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from pactlang.words.page import out, out_json, show, wants_colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.finding import Finding, Judgement
    from pactlang.day.settle import Settling


def settle(files: Sequence[str], said: str, party: str, as_of: str, *, this_text: bool, json: bool) -> None:
    """Show what a party can let go of; at a terminal, write the line for what they said yes to. Raises `InputError`, `NotWrittenError`."""
    from pactlang.cli.faults import say_done, say_notes, say_warnings
    from pactlang.cli.talk import agreed, can_ask, the_log, who_am_i
    from pactlang.day import session
    from pactlang.day.append import add
    from pactlang.day.settle import settling, waivers
    from pactlang.day.settle_text import heading_text, left_text, line_text, settling_json
    from pactlang.inputs import InputError, check_files, known_party, read_texts
    from pactlang.words.words import safe

    texts = read_texts(files, this_text=this_text, as_of=as_of)
    checked = check_files(files, as_of=as_of, keep_all=True, this_text=this_text)
    judgement = checked.judgement
    by = known_party(party, texts.agreements[-1]) or who_am_i(texts.pacts[-1], texts.agreements[-1])
    if not by:
        raise InputError(f"who lets go? Say --as NAME; there are: {', '.join(texts.agreements[-1].parties)}")
    found = _only(settling(judgement, by), said)
    if json:
        out_json(settling_json(found, waivers(found.open, judgement, by), judgement.zone))
        return
    say_warnings(checked.warnings)
    say_notes(judgement.first)
    show(heading_text(found))
    asking = can_ask()
    chosen = _chosen(found, judgement) if asking else _shown(found, judgement)
    show(left_text(found.left))
    if not found.open:
        return
    if not chosen:
        out("Nothing was written.\n")
        raise typer.Exit(1)
    entries = waivers(chosen, judgement, by)
    out("\n")
    show(line_text(entries))
    if not asking:
        out("Nothing was written: a yes is asked for at a terminal. The line is for the log, if it is meant.\n")
        return
    path = the_log(texts.logs, texts.pacts, by)
    if not agreed(f"Write it to {path}?", writes=True):
        raise typer.Exit(1)
    session.remember(path, add(path, *entries))
    say_done(f"Written to {safe(str(path))}. It stays in the answer, and counts if it happens again.\n")


def _only(found: Settling, said: str) -> Settling:
    """The one finding that was named, or all."""
    from msgspec.structs import replace

    from pactlang.inputs import InputError

    if not said:
        return found
    open_ = tuple(one for one in found.open if one.id == said)
    why = next((why for one, why in found.left if one.id == said), "")
    if not open_:
        raise InputError(f"{said} is not offered: {why}" if why else f"there is no open breach {said} that {found.by} could let go of")
    return replace(found, open=open_, left=())


def _shown(found: Settling, judgement: Judgement) -> list[Finding]:
    from pactlang.day.settle_text import one_text

    for one in found.open:
        show(one_text(one, found.by, judgement.zone, colour=wants_colour(sys.stdout)))
    return list(found.open)


def _chosen(found: Settling, judgement: Judgement) -> list[Finding]:
    """What was said yes to, one after the other."""
    from pactlang.cli.talk import answer
    from pactlang.day.settle_text import one_text

    chosen: list[Finding] = []
    every = False
    for place, one in enumerate(found.open):
        show(one_text(one, found.by, judgement.zone, colour=wants_colour(sys.stdout)))
        while not every:
            said = answer("    Let it go? yes, no, all (this and the rest), stop: ").lower()
            if said in ("a", "all"):
                every = True
            elif said in ("s", "stop"):
                return chosen
            elif said in ("y", "yes", "n", "no"):
                if said[0] == "y":
                    chosen.append(one)
                break
            else:
                out("    Please answer yes, no, all or stop.\n")
        if every:
            chosen += found.open[place:]
            for other in found.open[place + 1 :]:
                show(one_text(other, found.by, judgement.zone, colour=wants_colour(sys.stdout)))
            return chosen
    return chosen
