"""What a pause lifts and what it forbids: what the agreement asks for is not asked while it is paused, and doing it stays free."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.spans import FOREVER, Spans, Stretch, before
from pactlang.model.agreement import Interval, Pause, PauseAfter, Quota, RepeatAfter, Response, Schedule, WhileFilter
from pactlang.model.once import once_each
from pactlang.model.parts import events, filters, limited, occasion, wanted
from pactlang.model.vocabulary import HEALTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TypeAlias

    from pactlang.checker.timeline import Version
    from pactlang.model.agreement import Agreement, Sentence

    # Pauses that follow something, by the place of their version and their label: when each lifts what is asked for.
    Lifting: TypeAlias = Mapping[tuple[int, str], tuple[Stretch, ...]]

_LIFTED = Interval | Quota | RepeatAfter | Response | Schedule
_FOLLOWING = "paused after "


def paused_by(sentence: Sentence) -> str:
    """The state that holds while a pause under this sentence stands; no name that people write has a space."""
    return f"{_FOLLOWING if isinstance(sentence.form, PauseAfter) else 'paused by '}{sentence.label}"


def by_pause(condition: WhileFilter) -> bool:
    """Whether a line under a sentence is none that people wrote: a pause lifts the sentence."""
    return " " in condition.state


def follows(state: str) -> bool:
    """Whether a state is a pause that follows something."""
    return state.startswith(_FOLLOWING)


def lifted(sentence: Sentence, agreement: Agreement) -> Sentence:
    """The sentence as it holds beside the pauses: each that stops all that it asks for is an `except while`."""
    if not isinstance(sentence.form, _LIFTED) or sentence.repairs:
        return sentence  # what repairs a breach stays owed
    asked = events(wanted(sentence.form))
    if asked & HEALTH:
        return sentence
    pauses = [WhileFilter(paused_by(one)) for one, stops in _pauses(agreement) if asked <= stops]
    if not pauses:
        return sentence
    return replace(sentence, modifiers=replace(sentence.modifiers, excepted=(*sentence.modifiers.excepted, *pauses)))


@once_each
def _pauses(agreement: Agreement) -> list[tuple[Sentence, frozenset[str]]]:
    """The sentences that pause something, with the events that each stops, without those that name some of them only
    (`encounters at home`) or hold at some times.
    """
    return [
        (one, events(one.form.selector))
        for one in agreement.sentences
        if isinstance(one.form, Pause | PauseAfter)
        and not (one.not_applied or one.modifiers.only or one.modifiers.excepted or filters(limited(one.form)))
    ]


@once_each
def lifted_by_following(agreement: Agreement) -> dict[str, frozenset[str]]:
    """For each pause that follows something and lifts what is asked for: its label, and those of the sentences that it lifts."""
    found: dict[str, set[str]] = {}
    for sentence in agreement.sentences:
        if not sentence.not_applied:
            for one in lifted(sentence, agreement).modifiers.excepted:
                if isinstance(one, WhileFilter) and follows(one.state):
                    found.setdefault(one.state.removeprefix(_FOLLOWING), set()).add(sentence.label)
    return {label: frozenset(labels) for label, labels in found.items()}


def lifting(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """When pauses that follow something lift what is asked for, of the stretches in which they forbid something.

    What is owed by the moment at which a pause begins stays owed: so it lifts from the next second on.
    """
    spans = Spans(replace(one, lo=one.lo + _SECOND, sure_lo=one.sure_lo + _SECOND) for one in stretches)
    return spans.stretches


_SECOND = before(1)


def without_lifted(found: Lifting, versions: Sequence[Version]) -> Lifting:
    """The pauses that followed something, where none lifted anything yet, without those after a breach that an earlier one would lift."""
    kept: dict[tuple[int, str], tuple[Stretch, ...]] = {}
    for (index, label), stretches in found.items():
        lifts = lifted_by_following(versions[index].agreement)[label]
        until, left = -FOREVER, []
        zone = versions[index].zone
        for one in stretches:
            name, _, day = one.after.partition("@")
            # What a date asks for is broken only after it, so the date tells whether it was lifted.
            if name not in lifts or before(zone.midnight(date.fromisoformat(day[:10]).toordinal())) >= until:
                left.append(one)
                until = max(until, one.hi)
        kept[index, label] = tuple(left)
    return kept


def stopped(form: Pause | PauseAfter, agreement: Agreement) -> frozenset[str]:
    """The events that a pause forbids: not those of health, nor those that are only asked for."""
    return events(form.selector) - HEALTH - only_asked(agreement)


@once_each
def only_asked(agreement: Agreement) -> frozenset[str]:
    """The events that the agreement asks for, where no sentence limits them and nothing follows them: no pause forbids these."""
    applied = [one.form for one in agreement.sentences if not one.not_applied]
    asked = {event for form in applied for event in events(wanted(form))}
    for form in applied:
        asked -= events(occasion(form))
        if not isinstance(form, Pause | PauseAfter):
            asked -= events(limited(form))
    return frozenset(asked - {table.event for table in agreement.matrices})
