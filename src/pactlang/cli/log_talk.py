"""`pact log` without an entry: one thing asked at a time, each answer checked when it is given, and nothing lost that was typed."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import typer

from pactlang.cli.talk import answer, complete, filled
from pactlang.words.page import show, wants_colour
from pactlang.words.words import list_words, safe

if TYPE_CHECKING:
    from pactlang.day.ask import Question
    from pactlang.day.short import Now
    from pactlang.inputs import InputError, Texts

_BACK = ("<", "back")
_NONE = "-"
_HELP = "Return takes what is in [brackets], or leaves it out. '<' goes back, '-' leaves it out, Ctrl+D stops; Tab completes.\n"


def asked(texts: Texts, now: Now, me: str) -> tuple[str, str]:
    """An entry and a note, asked for step by step. Where it is stopped, what was typed is shown once more."""
    talk = _Talk(texts, now, me)
    try:
        return talk.entry()
    except (typer.Exit, KeyboardInterrupt):
        if talk.parts:
            keep(" ".join(talk.parts.values()))
        raise


def keep(said: str, note: str = "") -> None:
    """Show how to say the same again, since nothing was written."""
    own = f" --note {shlex.quote(safe(note))}" if note else ""
    show(f"\nNothing was written. To go on from here:\n  pact log {shlex.quote(safe(said))}{own}\n")


def meant(problem: InputError) -> str:
    """The entry that was meant by words that are none, chosen among those that they could be; empty where none is."""
    from pactlang.inputs.suggest import with_values
    from pactlang.words.diagnostics import diagnostics_text

    fault = next((one for one in problem.diagnostics if one.advice is not None and one.advice.offers), None)
    if fault is None or fault.advice is None:
        return ""
    show(diagnostics_text([fault], colour=wants_colour(sys.stdout), outcome="nothing was written yet"))
    chosen = answer("Which of these is it? A number, or nothing: ")
    if not (chosen.isascii() and chosen.isdecimal()) or not 1 <= int(chosen[:9]) <= len(fault.advice.offers):
        return ""
    offer = fault.advice.offers[int(chosen) - 1]
    return with_values(offer, filled(offer.marked[0], offer.holes))[offer.lines[0]]


def put(question: Question) -> str:
    """Ask one thing; with the Tab key, what was begun is completed. An empty answer is the usual one."""
    complete(question.offers)
    offers = f" ({safe(list_words(question.offers[:12], 'or'))}{', …' if len(question.offers) > 12 else ''})" if question.offers else ""
    usual = f" [{safe(question.usual)}]" if question.usual else ""
    while True:
        said = answer(f"{question.words}{offers}{usual}\n> ")
        if said == "?":
            show(_HELP)
        elif said or question.usual or not question.needed:
            return said or question.usual


class _Talk:
    """What was answered so far: `parts` are the words of the entry, by the question that they answer."""

    def __init__(self, texts: Texts, now: Now, me: str) -> None:
        self.texts, self.now, self.me = texts, now, me
        self.agreement = texts.agreements[-1]
        self.parts: dict[int, str] = {}

    def entry(self) -> tuple[str, str]:
        from pactlang.day.ask import questions

        show(_HELP)
        while True:
            event, whole = self._event()
            if whole:
                return event, ""
            listed = list(questions(event, self.agreement, self.texts.entries, self.me))
            if self._rest(listed):
                note = answer("A note in your own words?\n> ")
                return self._line(), "" if note == _NONE else note

    def _line(self) -> str:
        return " ".join(self.parts.values()).replace(" ,", ",")

    def _event(self) -> tuple[str, bool]:
        """What happened: an event, or (True) a whole entry, whichever was typed."""
        from pactlang.day.ask import first_question

        question = first_question(self.agreement)
        while True:
            said = put(question)
            self.parts = {-1: said}
            known = next((one for one in question.offers if one.casefold() == said.casefold().replace(" ", "-")), "")
            known = known or next((one for one in question.offers if one.casefold() == said.casefold()), "")
            if known or (known := self._called(said)):
                self.parts = {-1: known}
                return known, False
            if said in _BACK:
                continue
            if " " in said and not self._faults(said):
                return said, True
            if line := self._could_be(said):
                self.parts = {-1: line}
                return line, True

    def _called(self, said: str) -> str:
        """The one event that a word or two name in ordinary English: `told` is a disclosure."""
        from datetime import date

        from pactlang.inputs.entries import Scribe
        from pactlang.language.rephrase.when import Now as Moment

        if len(said.split()) > 2:
            return ""
        moment = Moment(date.fromordinal(self.now.day), self.now.second // 60)
        scribe = Scribe(self.texts.agreements)
        offers = [one for one in scribe.suggest(said, moment, me=self.me).offers if not one.lost]
        events = list(dict.fromkeys(one.lines[0].partition("  ")[2].partition(" ")[0] for one in offers))
        if len(events) > 1:  # what a sentence asks for is meant rather than what only could be written
            events = [one for one in events if one in scribe.owed]
        return events[0] if len(events) == 1 else ""

    def _could_be(self, said: str) -> str:
        """An entry chosen among those that the words could mean; where there are none, what is wrong is shown."""
        from pactlang.cli.may import could_mean
        from pactlang.inputs import InputError

        faults = could_mean(self._faults(said, whole=True), said, self.texts, (self.now.day, self.now.second, None), self.me)
        problem = InputError(diagnostics=faults)
        chosen = meant(problem)
        if not chosen and not any(one.advice is not None and one.advice.offers for one in faults):
            self._tell(faults[:1])
        return chosen

    def _rest(self, listed: list[Question]) -> bool:
        """All other questions; False where somebody went back to the first one."""
        from pactlang.day.ask import with_usual

        place = 0
        while place < len(listed):
            self.parts = {key: part for key, part in self.parts.items() if key < place}
            question = with_usual(listed[place], next((part for part in self.parts.values() if part.startswith("by ")), ""))
            said = put(question)
            if said.lower() in _BACK:
                if not place:
                    return False
                place -= 1
                continue
            if said == _NONE and not question.needed:
                place += 1
                continue
            part = self._part(question, said)
            if part is None:
                continue
            if part:
                self.parts[place] = part
            place += 1
        return True

    def _part(self, question: Question, said: str) -> str | None:
        """The words that an answer gives; None where it has to be asked again, and the person was told why."""
        from pactlang.day.ask import Asked, part_of

        if not said or (question.kind is Asked.WHEN and said.lower() == "now"):
            return ""
        part = part_of(question, said)
        if question.kind is Asked.WHEN:
            part = self._when(said)
        before = {(one.code, one.message) for one in self._faults(self._line())}
        new = [one for one in self._faults(f"{self._line()} {part}".replace(" ,", ",")) if (one.code, one.message) not in before]
        if not new:
            return part
        self._tell(new[:1])
        return None

    def _when(self, said: str) -> str:
        from datetime import date

        from pactlang.language.rephrase.when import Now as Moment
        from pactlang.language.rephrase.when import moment_of_words

        moment = Moment(date.fromordinal(self.now.day), self.now.second // 60)
        found = moment_of_words(said, moment)
        if found is None:
            return f"on {said}"
        when, usual = found
        if usual:
            hour = answer(f"At what time? Return for none, or for example {usual}.\n> ")
            clock = moment_of_words(f"today {hour}", moment) if hour else None
            when = f"{when} {clock[0].partition(' ')[2]}" if clock is not None and not clock[1] else f"{when} {hour}".strip()
        return f"on {when}"

    def _faults(self, said: str, *, whole: bool = False) -> list:  # type: ignore[type-arg]
        """What is wrong with an entry so far, but for what it only lacks yet."""
        from pactlang.day.short import full_line
        from pactlang.inputs import InputError, read_entries
        from pactlang.log.codes import Code

        try:
            read_entries(full_line(said, self.now, by=self.me), self.texts)
        except InputError as problem:
            return [one for one in problem.diagnostics if whole or one.code != Code.NEEDS]
        return []

    def _tell(self, faults: list) -> None:  # type: ignore[type-arg]
        for fault in faults:
            meant_ = f" Did you mean {fault.nearest}?" if fault.nearest else f" Expected: {fault.expected}." if fault.expected else ""
            show(f"{safe(fault.message)}{safe(meant_)}\n")
