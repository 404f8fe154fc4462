"""The states in which a sentence speaks, since when they held, and what leaves open whose they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pactlang.checker.event import MAYBE, NO, YES, Event, bound
from pactlang.checker.finding import Held
from pactlang.model.agreement import Matrix, WhileFilter
from pactlang.model.once import once_each
from pactlang.model.parts import filters, limited, occasion, parts, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pactlang.checker.spans import Spans
    from pactlang.checker.timeline import Version
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Sentence
    from pactlang.model.calendar import Zone


class _Facts(Protocol):
    @property
    def unclaimed(self) -> Mapping[str, list[Event]]: ...


class _Around(Protocol):
    """What is asked of a version here; `Context` has it, which imports this file."""

    @property
    def version(self) -> Version: ...
    @property
    def facts(self) -> _Facts: ...
    @property
    def states(self) -> Mapping[str, Spans]: ...
    @property
    def own(self) -> Mapping[str, Mapping[str, Spans]]: ...
    @property
    def zone(self) -> Zone: ...
    @property
    def parties(self) -> tuple[str, ...]: ...


@once_each
def while_in(sentence: Sentence | Matrix) -> tuple[str, ...]:
    """The states in which alone a sentence speaks of events: `while STATE` and `only while STATE`."""
    if isinstance(sentence, Matrix):
        return ()
    form = sentence.form
    said = (*filters(limited(form) or occasion(form) or wanted(form)), *sentence.modifiers.only)
    return tuple(dict.fromkeys(one.state for one in said if isinstance(one, WhileFilter)))


@once_each
def states_named(sentence: Sentence | Matrix) -> frozenset[str]:
    """All states that a sentence names, also where they excuse (`unless STATE`)."""
    if isinstance(sentence, Matrix):
        return frozenset()
    return frozenset(state for one in parts((sentence.form, sentence.modifiers)) if (state := getattr(one, "state", None)) is not None)


def held_by(sentence: Sentence | Matrix, subject: Entry, at: int, who: tuple[str, ...], context: _Around) -> tuple[Held, ...]:
    """Each state in which the sentence speaks, as it held when an entry started; where it is each party's own, for each of `who`."""
    return tuple(_held(sentence, bound(subject, at, context.zone, context.version.index), who, context)) if while_in(sentence) else ()


def _held(sentence: Sentence | Matrix, event: Event, who: tuple[str, ...], context: _Around) -> Iterator[Held]:
    for name in while_in(sentence):
        own = context.own.get(name)
        if own is None:
            yield from _since(name, "", context.states[name], event)
        else:
            for party in who:
                if party in own:
                    yield from _since(name, party, own[party], event)


def _since(name: str, party: str, spans: Spans, event: Event) -> Iterator[Held]:
    held = spans.holds(event)
    if held != NO and (began := spans.began(event, sure=held == YES)) is not None:
        yield Held(name, party, *began, held == YES, *(spans.ends_early(event) or ()))


def holding(context: _Around, instant: int) -> list[Held]:
    """The declared states that hold, or may hold, for what comes last at an instant."""
    found = []
    for state in context.version.agreement.states:
        for party, spans in context.own[state.name].items() if state.each else [("", context.states[state.name])]:
            for sure in (True, False):
                if (began := spans.began_by(instant, sure=sure)) is not None:
                    found.append(Held(state.name, party, *began, sure, *(spans.ends_early_by(instant) or ())))
                    break
    return found


def unclaimed(sentence: Sentence | Matrix, subject: Entry, at: int, context: _Around) -> Entry | None:
    """The last entry up to another that names nobody and leaves open whose a state is, if that may decide."""
    event = bound(subject, at, context.zone, context.version.index)
    for name in states_named(sentence) & context.own.keys():
        acted = subject.by or context.parties
        if any(context.own[name][party].holds(event) == MAYBE for party in acted if party in context.parties):
            before = [one for one in context.facts.unclaimed.get(name, ()) if one.lo <= event.hi]
            if before:
                return before[-1].entry
    return None
