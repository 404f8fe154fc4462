"""`pact new --ask`: a short talk from which an agreement comes; each sentence is shown with its nearest cases before it is taken."""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import TYPE_CHECKING

from pactlang.cli.talk import agreed, answer, filled
from pactlang.words.page import out, show, wants_colour, width_for
from pactlang.words.words import safe

if TYPE_CHECKING:
    from pactlang.inputs import InputError
    from pactlang.inputs.beginning import Beginning
    from pactlang.inputs.topics import Topic


def asked(parties: tuple[str, ...], first: int, zone: str, *, ask_first: bool = False, ask_zone: bool = False) -> Beginning:
    """An agreement, asked for step by step. What was taken so far is shown once more where it is stopped.

    `first` and `zone` are what is meant by Return, if they are asked for.
    """
    import typer

    from pactlang.inputs.beginning import Beginning
    from pactlang.inputs.topics import TOPICS, head, without_unused

    show("A number of short questions. Return takes what is in [brackets]; Ctrl+D stops, and nothing is written before the end.\n\n")
    parties = parties or _parties()
    zone = _zone(zone) if ask_zone else zone
    first = _first(first) if ask_first else first
    text = head(parties, first, zone)
    out("\nWhich of these matter to you?\n")
    try:
        for topic in TOPICS:
            text = _topic(topic, text, parties)
        text = _own_words(text)
        text = without_unused(text)
        show(f"\n{_indented(text)}\n")
        if not agreed("Write this as your first draft?", writes=True):
            raise typer.Exit(1)
    except (typer.Exit, KeyboardInterrupt):
        show(f"\nNothing was written. This is what you have so far:\n\n{_indented(text)}")
        raise
    return Beginning(text, parties, first, zone, 0)


def _indented(text: str) -> str:
    return "".join(f"  {safe(line)}\n" if line else "\n" for line in text.splitlines())


def _parties() -> tuple[str, ...]:
    from pactlang.inputs import InputError
    from pactlang.inputs.beginning import parties_of

    while True:
        said = answer("Who is it between? For example: Mia and Jon\n> ")
        if not said:
            continue
        try:
            return parties_of(re.sub(r"\s*[&+]\s*", " and ", said))
        except InputError as wrong:
            fault = wrong.diagnostics[0] if wrong.diagnostics else None
            expected = f" Expected: {fault.expected}." if fault is not None and fault.expected else ""
            show(f"{safe(fault.message + expected if fault is not None else _told(wrong))}\n")


def _told(wrong: InputError) -> str:
    """What is wrong with an answer: here, nobody gave an option."""
    words = str(wrong).partition(": ")[2] if str(wrong).startswith("--") else str(wrong)
    return f"{words[:1].upper()}{words[1:]}."


def _zone(usual: str) -> str:
    """By whose clock, as it is spelt; what is near is offered."""
    from pactlang.model.calendar import near_zone, zone_names

    names = {name.casefold(): name for name in zone_names()}
    while True:
        said = answer(f"By whose clock? [{usual}]\n> ")
        found = usual if not said else names.get(said.casefold().replace(" ", "_"), "")
        if found:
            return found
        near = near_zone(said)
        usual = near or usual
        show(f"There is no time zone {safe(said)}; {f'did you mean {near}?' if near else 'use a name such as Europe/Berlin.'}\n")


def _first(usual: int) -> int:
    """From which date on: as it is written, or as people say it; then it is told which one was understood."""
    from pactlang.inputs import InputError, date_of
    from pactlang.language.rephrase.when import Now, moment_of_words
    from pactlang.words.words import day_words

    while True:
        said = answer(f"From which date on? [{date.fromordinal(usual)}]\n> ")
        if not said:
            return usual
        try:
            return date_of(said, "--from")
        except InputError as wrong:
            told = moment_of_words(said, Now(date.fromordinal(usual), 0, ahead=True))
            if told is None or told[1] or len(told[0]) != len("2026-10-05"):
                show(f"{safe(_told(wrong))}\n")
                continue
        first = date.fromisoformat(told[0]).toordinal()
        show(f"That is {day_words(first)}.\n")
        return first


def _topic(topic: Topic, text: str, parties: tuple[str, ...]) -> str:
    """The text with the sentence of a topic, if it was wanted."""
    from pactlang.inputs.topics import clause

    if not agreed(topic.ask, yes=False):
        return text
    while True:
        said = answer(f"{topic.number} [{topic.usual}]\n> ") or str(topic.usual)
        if not (said.isascii() and said.isdecimal() and len(said) < 9 and topic.least <= int(said) <= topic.most):
            out(f"Please answer with a number from {topic.least} to {topic.most}.\n")
            continue
        after = f"{text}\n{clause(topic, int(said), parties, text)}"
        _explain(text, after)
        if agreed("Is that what you mean?"):
            return after
        if not agreed("Another number?"):
            return text


def _explain(before: str, after: str) -> None:
    """The sentences that are new, in plain words, with the plainest case that is kept and that is broken."""
    from pactlang.explain.page import explain_text
    from pactlang.explain.text import explained
    from pactlang.inputs import load_text

    known = {clause.name for clause in load_text(before).clauses}
    agreement = load_text(after)
    for name in [clause.name for clause in agreement.clauses if clause.name not in known]:
        told = explain_text(
            agreement,
            explained(agreement, name),
            colour=wants_colour(sys.stdout),
            width=width_for(sys.stdout, 100),
            whole=False,
            asks=True,
        )
        show(f"\n{told}\n")


def _own_words(text: str) -> str:
    """The text with what else was agreed, each said in one's own words and taken as one of the sentences that it could be."""
    while True:
        said = answer("Anything else that you have agreed? One sentence, in your own words; Return if not.\n> ")
        if not said:
            return text
        after = _sentence(text, said)
        if not after:
            continue
        _explain(text, after)
        if agreed("Is that what you mean?"):
            text = after


def _sentence(text: str, said: str) -> str:
    """The text with one sentence more; empty if it has to be said otherwise."""
    from pathlib import Path

    from pactlang.inputs import InputError, load_text
    from pactlang.inputs.fixing import all_read_as, taken, text_to_fix
    from pactlang.words.suggest import fix_text

    if not said.isprintable() or len(said) > 300:
        out("One line of up to 300 characters, please.\n")
        return ""
    whole = f"{text}\n{said}\n"
    try:
        found = text_to_fix(Path("us.pact"), lambda _: whole.encode())
        if not found.lines and not found.others:
            return all_read_as(found)[0] if all_read_as(found)[1] else whole
        line = found.lines[0] if found.lines else None
        told = fix_text([(found, line)] if line is not None else [], found.others, colour=wants_colour(sys.stdout))
        told = "".join(one for one in told.splitlines(keepends=True) if "pact fix us.pact" not in one)
        show(re.sub(r"^((?:\x1b\[[\d;]*m)*)us\.pact:\d+: ?", r"\1", told))  # there is no such file yet
        offers = line.advice.offers if line is not None else ()
        chosen = answer(f"{'A number, or ' if offers else ''}p for a promise in plain words, or Return to say it otherwise: ")
        if chosen.lower() in ("p", "plain"):
            from pactlang.model.words import quoted

            count = text.count("\npromise in-words")
            after = f"{text}\npromise in-words{f'-{count + 1}' if count else ''}\n    {quoted(said)}\n"
            load_text(after)
            return after
        if line is None or not (chosen.isascii() and chosen.isdecimal()) or not 1 <= int(chosen[:9]) <= len(offers):
            return ""
        offer = offers[int(chosen) - 1]
        while True:
            values = filled(" / ".join(offer.marked), offer.holes)
            try:
                return taken(found, line, offer, values)
            except InputError as wrong:
                if values == list(offer.holes):
                    raise
                show(f"{safe(re.sub(r'^line [0-9]+ ', 'That ', str(wrong)))}\n")
    except InputError as wrong:
        fault = wrong.diagnostics[0] if wrong.diagnostics else None
        show(f"{safe(fault.message if fault is not None else str(wrong))}\n")
        return ""
