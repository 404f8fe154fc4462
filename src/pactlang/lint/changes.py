"""What a new version asks for more or less than the one before it, of whom: read off the sentences, in one pass.

Only what is plain is told: a sentence that came or went, a number that rose or fell, a duty that holds for others than before. Where
anything else changed there is no answer, and `changes` gives None. (`pact diff` shows directions by logs, and takes its time for it.)
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.later import later
from pactlang.lint.parts import doer, limited
from pactlang.lint.symmetry import Kind, masked, named, table
from pactlang.model.agreement import (
    Ahead,
    ByClock,
    Cap,
    Gap,
    Interval,
    PauseAfter,
    Precedence,
    Quota,
    Response,
    Within,
    WithinDays,
    WithinHours,
    WithinLast,
)
from pactlang.model.calendar import Days, Exact

if TYPE_CHECKING:
    from decimal import Decimal

    from pactlang.model.agreement import Agreement, Form, Sentence

_NUMBERS = later(r"\d+(?:[:.]\d+)*")
_ALL = later(r"(?<![\w-])(?:each party|everyone|anyone|the same party|the others)(?![\w-])")


class Change(Struct, frozen=True):
    """A sentence of the new version (or, where it went, of the old one), with those of whom it asks more and of whom less."""

    sentence: Sentence
    tighter: frozenset[str]
    looser: frozenset[str]
    gone: bool = False


def changes(old: Agreement, new: Agreement) -> list[Change] | None:
    """Every change, or None where one of them is not plain."""
    bound_before, bound_now = _bound(old), _bound(new)
    left: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in reversed(old.sentences):
        left[_skeleton(sentence, old)].append(sentence)
    found: list[Change] = []
    added: list[Sentence] = []
    for sentence in new.sentences:
        same = left[_skeleton(sentence, new)]
        if not same:
            added.append(sentence)
            continue
        earlier = same.pop()
        numbers = [pair for pair in zip(_numbers(earlier, old), _numbers(sentence, new), strict=True) if pair[0] != pair[1]]
        change = _change(earlier, sentence, len(numbers), (bound_before[earlier.label], bound_now[sentence.label]))
        if change is None:
            return None
        if change.tighter or change.looser:
            found.append(change)
    gone = [sentence for sentences in left.values() for sentence in sentences]
    if {one.clause for one in added} & {one.clause for one in gone}:
        return None  # one took the place of the other, in other words
    found += [Change(one, bound_now[one.label], frozenset()) for one in added]
    found += [Change(one, frozenset(), bound_before[one.label], gone=True) for one in gone]
    return found


def _change(old: Sentence, new: Sentence, numbers: int, bound: tuple[frozenset[str], frozenset[str]]) -> Change | None:
    before, now = bound
    tighter, looser = now - before, before - now
    asked, free = set(new.modifiers.covering) - set(old.modifiers.covering), set(old.modifiers.covering) - set(new.modifiers.covering)
    kept = (old.modifiers.grace, old.modifiers.only, old.modifiers.excepted, old.modifiers.untold)
    if (new.modifiers.grace, new.modifiers.only, new.modifiers.excepted, new.modifiers.untold) != kept or numbers > 1 or (asked and free):
        return None
    if numbers:
        rose = _rose(old.form, new.form)
        if rose is None:
            return None
        tighter, looser = (tighter | now, looser) if rose else (tighter, looser | before)
    if asked:
        tighter |= now
    if free:
        looser |= before
    return Change(new, tighter, looser)


def _rose(old: Form, new: Form) -> bool | None:
    """Whether the one number that changed asks for more; None where it is not the number that the sentence is about."""
    match old, new:
        case (Cap(), Cap()):
            return _more(new.measure.limit, old.measure.limit) if (old.window, old.measure.unit) == (new.window, new.measure.unit) else None
        case (Quota(), Quota()):
            return _more(old.measure.limit, new.measure.limit) if old.period == new.period else None
        case (Gap(), Gap()):
            return _longer(old.length, new.length)
        case (Interval(), Interval()):
            return _longer(new.every, old.every)
        case (Response(no_sooner=before), Response(no_sooner=now)) if before != now and old.deadline == new.deadline:
            return _longer(before, now) if before is not None and now is not None else now is not None
        case (Response(deadline=Within(before)), Response(deadline=Within(now))):
            return _longer(now, before)
        case (Response(deadline=WithinDays(was, of)), Response(deadline=WithinDays(is_now, still_of))) if of == still_of:
            return None if was == is_now else is_now < was
        case (Response(deadline=WithinHours(was, of)), Response(deadline=WithinHours(is_now, still_of))) if of == still_of:
            return None if was == is_now else is_now < was
        case (Precedence(lead=Ahead(before_hand, at_most)), Precedence(lead=Ahead(now_hand, still))) if at_most == still:
            if isinstance(before_hand, ByClock) and isinstance(now_hand, ByClock):
                before_at, now_at = ((one.days_later, one.second) for one in (before_hand, now_hand))
                return None if before_at == now_at else now_at < before_at
            if isinstance(before_hand, Exact | Days) and isinstance(now_hand, Exact | Days):
                return _longer(before_hand, now_hand)
            return None
        case (Precedence(lead=WithinLast(before)), Precedence(lead=WithinLast(now))):
            return _longer(now, before)
        case _:
            return None


def _more(one: Decimal, other: Decimal) -> bool | None:
    """Whether the second is the larger; None where they are equal, so that another number changed."""
    return None if one == other else one < other


def _longer(one: Exact | Days, other: Exact | Days) -> bool | None:
    if isinstance(one, Exact) and isinstance(other, Exact):
        return None if one.seconds == other.seconds else one.seconds < other.seconds
    if isinstance(one, Days) and isinstance(other, Days):
        if one.months == other.months:
            return None if one.days == other.days else one.days < other.days
        if one.days == other.days:
            return one.months < other.months
    return None


def _bound(agreement: Agreement) -> defaultdict[str, frozenset[str]]:
    """The parties of whom each sentence asks something."""
    bound: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for row in table(agreement):
        if row.sentence is None:
            continue
        if row.kind in (Kind.DUTY, Kind.LIMIT):
            bound[row.sentence.label] |= frozenset(row.parties)
        elif row.kind is Kind.POWER:
            bound[row.sentence.label] |= frozenset(row.doers)
    for sentence in agreement.sentences:
        if isinstance(sentence.form, PauseAfter):
            bound[sentence.label] = frozenset(named(doer(limited(sentence.form)), agreement.parties))
    return bound


def _masked(sentence: Sentence, agreement: Agreement) -> str:
    return _ALL.sub("·", masked(sentence.words, agreement.parties))


def _skeleton(sentence: Sentence, agreement: Agreement) -> str:
    """The words without names, numbers and plurals: what two sentences that say the same share."""
    return _NUMBERS.sub("#", re.sub(r"s\b", "", _masked(sentence, agreement)))


def _numbers(sentence: Sentence, agreement: Agreement) -> list[str]:
    return _NUMBERS.findall(_masked(sentence, agreement))
