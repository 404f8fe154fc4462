"""Which directions no log can show: two sentences that differ in one limit alone, where one surely asks all that the other does.

A search that knows this looks for the other direction only. Nothing is shown by it: the log that shows a direction is still judged. Laws in
the tests hold it against the search, against logs by chance and against the reference checker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import (
    Ahead,
    Alternative,
    AtFilter,
    ByClock,
    ByFilter,
    Cap,
    ClockFilter,
    DayFilter,
    DuringFilter,
    EventTrigger,
    FieldFilter,
    Gap,
    Interval,
    LengthFilter,
    Limit,
    Parties,
    Pause,
    People,
    Precedence,
    Prohibition,
    Quota,
    Response,
    Schedule,
    Sentence,
    TaggedFilter,
    TaggedPeople,
    WhileFilter,
    WithFilter,
    Within,
    WithinHours,
    WithinLast,
)
from pactlang.model.calendar import Exact
from pactlang.model.meaning import part_meaning
from pactlang.witness.direction import Direction
from pactlang.witness.pool import parts_of

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Condition, Filter, Form, Matrix, Selector
    from pactlang.model.calendar import Duration

    Given = tuple[Agreement, Sentence | Matrix]

NONE: frozenset[Direction] = frozenset()


def never_shown(old: Given | None, new: Given | None) -> frozenset[Direction]:
    """The directions that no log shows of two sentences; where one of them is missing, nobody can break it."""
    present = old or new
    if present is None or (isinstance(present[1], Sentence) and isinstance(present[1].form, Pause)):
        return NONE  # what a pause lifts is compared, too, where the pause itself is missing
    if old is None or new is None:
        return frozenset({Direction.LOOSER if old is None else Direction.TIGHTER})
    one, other = old[1], new[1]
    if not (isinstance(one, Sentence) and isinstance(other, Sentence)) or not _in_like_texts(old, new):
        return NONE
    if _all_asked(other, one):
        return frozenset({Direction.LOOSER})
    return frozenset({Direction.TIGHTER}) if _all_asked(one, other) else NONE


def _in_like_texts(old: Given, new: Given) -> bool:
    """Whether all that a sentence rests on is the same in both texts."""
    named = {one.event for _, rule in (old, new) for one in parts_of(rule.form, Alternative)}  # type: ignore[union-attr]

    def around(agreement: Agreement) -> object:
        with_people = tuple(sorted(name for name in named if name in agreement.vocabulary.events and _with_person(agreement, name)))
        return part_meaning((agreement.zone, agreement.week_start, agreement.parties, agreement.states, agreement.people, with_people))

    return around(old[0]) == around(new[0])


def _all_asked(sentence: Sentence, than: Sentence) -> bool:
    """Whether a sentence surely asks all that another does: they differ in one limit, or in a line that says when, or how late."""
    lines, others = sentence.modifiers, than.modifiers
    if _same(lines, others):
        return as_strict(sentence.form, than.form, dated=bool(lines.only or lines.excepted))
    if not _same(sentence.form, than.form):
        return False
    if _same(lines, replace(others, grace=lines.grace)):
        sooner = lines.grace is None or (others.grace is not None and _as_short(lines.grace, others.grace))
        return sooner and not lines.only and not lines.excepted and _asks_for_dates(sentence.form)
    if not _same(lines, replace(others, only=lines.only, excepted=lines.excepted)):
        return False
    form = sentence.form
    each_apart = isinstance(form, Prohibition) or (isinstance(form, Cap) and form.unless is None) or _asks_for_dates(form)
    return each_apart and _among(lines.only, others.only) and _among(lines.excepted, others.excepted)


def _asks_for_dates(form: Form) -> bool:
    """Whether a sentence asks for each of its dates on its own, whichever others it asks for."""
    return isinstance(form, Schedule) and form.recurrence.every == 1 and not (form.by or form.whole or form.turns)


def _among(some: tuple[Condition, ...], those: tuple[Condition, ...]) -> bool:
    known = {part_meaning(one) for one in those}
    return all(part_meaning(one) in known for one in some)


def _with_person(agreement: Agreement, event: str) -> bool:
    return agreement.vocabulary.events[event].with_person


def as_strict(form: Form, than: Form, *, dated: bool = False) -> bool:
    """Whether whatever breaks `than` surely breaks `form`, which differs from it in one limit alone.

    `dated`: lines under them say on which dates they hold. With a limit, the date that is asked about may move.
    """
    match form, than:
        case Cap(), Cap():
            less = form.measure.limit <= than.measure.limit
            same = form.unless is None and _same(form, replace(than, measure=replace(than.measure, limit=form.measure.limit)))
            return (less and same) or _wider(form, than)
        case Prohibition(), Prohibition():
            return _wider(form, than)
        case Quota(), Quota():
            more = form.measure.limit >= than.measure.limit
            return more and _same(form, replace(than, measure=replace(than.measure, limit=form.measure.limit)))
        case _:
            return not dated and _as_strict_in_time(form, than)


def _as_strict_in_time(form: Form, than: Form) -> bool:
    match form, than:
        case Gap(), Gap():
            return _as_short(than.length, form.length) and _same(form, replace(than, length=form.length))
        case Interval(), Interval():
            return _as_short(form.every, than.every) and _same(form, replace(than, every=form.every))
        case Response(trigger=EventTrigger()), Response():
            return _as_soon(form.deadline, than.deadline) and _same(form, replace(than, deadline=form.deadline))
        case Precedence(), Precedence():
            return _as_narrow(form.lead, than.lead) and _same(form, replace(than, lead=form.lead))
        case Schedule(by=False, whole=False, turns=()), Schedule():
            if form.tolerance != than.tolerance:
                return _as_short(form.tolerance, than.tolerance) and _same(form, replace(than, tolerance=form.tolerance))
            often = form.recurrence.every == 1 and _same(form.recurrence, replace(than.recurrence, every=1))
            return often and _same(form, replace(than, recurrence=form.recurrence))
        case _:
            return False


def _same(one: object, other: object) -> bool:
    return part_meaning(one) == part_meaning(other)


def _as_short(one: Duration, other: Duration) -> bool:
    """Whether a length is surely no longer than another, wherever both begin: hours against hours, dates and months against such."""
    if isinstance(one, Exact) or isinstance(other, Exact):
        return isinstance(one, Exact) and isinstance(other, Exact) and one.seconds <= other.seconds
    if one.months <= other.months and one.days <= other.days:
        return True
    return 31 * one.months + one.days <= 28 * other.months + other.days  # no month is longer, and none shorter


def _as_soon(one: Limit, other: Limit) -> bool:
    match one, other:
        case Within(), Within():
            return _as_short(one.length, other.length)
        case WithinHours(), WithinHours():
            return _same(one.hours, other.hours) and one.count <= other.count
        case ByClock(), ByClock():
            return (one.days_later, one.second) <= (other.days_later, other.second)
        case _:
            return False


def _as_narrow(one: Ahead | WithinLast, other: Ahead | WithinLast) -> bool:
    match one, other:
        case WithinLast(), WithinLast():
            return _as_short(one.length, other.length)
        case Ahead(), Ahead() if one.reusable == other.reusable:
            later = other.at_least is None or (one.at_least is not None and _as_short(other.at_least, one.at_least))
            return later and (other.at_most is None or (one.at_most is not None and _as_short(one.at_most, other.at_most)))
        case _:
            return False


# Filters that say which events are meant, and never whom the sentence tells apart.
_NARROWING = (AtFilter, ClockFilter, DayFilter, DuringFilter, FieldFilter, LengthFilter, TaggedFilter, WhileFilter)


def _wider(form: Cap | Prohibition, than: Cap | Prohibition) -> bool:
    """Whether a limit is of the same events and some more, and excuses none."""
    if form.unless is not None:
        return False
    fewer = _without(form.selector, than.selector)
    return fewer is not None and _same(form, replace(than, selector=fewer, unless=None))


def _without(selector: Selector, other: Selector) -> Selector | None:
    """The other selector without the filters that only it has; None where one of these does more than to narrow."""
    own = {part_meaning(one) for one in selector.filters}
    gone = [one for one in other.filters if part_meaning(one) not in own]
    if not all(map(_narrows, gone)):
        return None
    return replace(other, filters=tuple(one for one in other.filters if one not in gone))


def _narrows(one: Filter) -> bool:
    if isinstance(one, WithFilter):
        return isinstance(one.person, People | TaggedPeople)
    return isinstance(one, _NARROWING) or (isinstance(one, ByFilter) and isinstance(one.who, Parties))
