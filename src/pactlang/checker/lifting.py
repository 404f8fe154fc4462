"""What a pause lifts and what it forbids: what the agreement asks for is not asked while it is paused, and doing it stays free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import Interval, Pause, Quota, RepeatAfter, Response, Schedule, WhileFilter
from pactlang.model.once import once_each
from pactlang.model.parts import events, filters, limited, occasion, wanted
from pactlang.model.vocabulary import HEALTH

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Sentence

_LIFTED = Interval | Quota | RepeatAfter | Response | Schedule


def paused_by(sentence: Sentence) -> str:
    """The state that holds while a pause under this sentence stands; no name that people write has a space."""
    return f"paused by {sentence.label}"


def by_pause(condition: WhileFilter) -> bool:
    """Whether a line under a sentence is none that people wrote: a pause lifts the sentence."""
    return " " in condition.state


def lifted(sentence: Sentence, agreement: Agreement) -> Sentence:
    """The sentence as it holds beside the pauses that people may make: each that stops all that it asks for is an `except while`."""
    if not isinstance(sentence.form, _LIFTED):
        return sentence
    asked = events(wanted(sentence.form))
    if asked & HEALTH:
        return sentence
    pauses = [WhileFilter(paused_by(one)) for one, stops in _pauses(agreement) if asked <= stops]
    if not pauses:
        return sentence
    return replace(sentence, modifiers=replace(sentence.modifiers, excepted=(*sentence.modifiers.excepted, *pauses)))


@once_each
def _pauses(agreement: Agreement) -> list[tuple[Sentence, frozenset[str]]]:
    """The sentences by which people may pause, with the events that each stops, without those that name some of them only
    (`encounters at home`) or hold at some times.
    """
    return [
        (one, events(one.form.selector))
        for one in agreement.sentences
        if isinstance(one.form, Pause)
        and not (one.not_applied or one.modifiers.only or one.modifiers.excepted or filters(limited(one.form)))
    ]


def stopped(form: Pause, agreement: Agreement) -> frozenset[str]:
    """The events that a pause which people make forbids: not those of health, nor those that are only asked for."""
    return events(form.selector) - HEALTH - only_asked(agreement)


@once_each
def only_asked(agreement: Agreement) -> frozenset[str]:
    """The events that the agreement asks for, where no sentence limits them and nothing follows them: no pause forbids these."""
    applied = [one.form for one in agreement.sentences if not one.not_applied]
    asked = {event for form in applied for event in events(wanted(form))}
    for form in applied:
        asked -= events(occasion(form))
        if not isinstance(form, Pause):
            asked -= events(limited(form))
    return frozenset(asked - {table.event for table in agreement.matrices})
