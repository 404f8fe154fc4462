"""A few sentences alone, on ordinary days, with logs made for them: where proofs are tried out.

Everything that a proof says has been judged by the checker itself; this module only makes up what it is asked.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    AtFilter,
    ByFilter,
    Cell,
    ClockFilter,
    ClockPart,
    Comparison,
    DayFilter,
    DuringFilter,
    FieldFilter,
    LengthFilter,
    Matrix,
    NotFilter,
    Parties,
    People,
    PersonWord,
    Schedule,
    Sentence,
    TaggedFilter,
    TaggedPeople,
    ToFilter,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS, Days, load_zone, machine_zone
from pactlang.model.named import HoursOn
from pactlang.model.parts import filters, limited, wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pactlang.checker.budget import Budget
    from pactlang.model.agreement import Agreement, Filter, Selector, Who
    from pactlang.model.calendar import Zone

HOUR = 3600
_CLOCK = (0, 3 * HOUR, 6 * HOUR, 9 * HOUR, 12 * HOUR, 15 * HOUR, 18 * HOUR, 20 * HOUR, 22 * HOUR, 23 * HOUR + 1800)
_EVENING = 19 * HOUR
_LENGTHS = (None, 1800)
_ELSEWHERE = "elsewhere"
_SOMEBODY = "somebody"
# A Monday at the start of a plain year, for agreements that do not say when they begin.
_A_MONDAY = date(2026, 1, 5).toordinal()


def selector_of(sentence: Sentence) -> Selector:
    """Which events a sentence limits or asks for."""
    found = limited(sentence.form) or wanted(sentence.form)
    assert found is not None  # noqa: S101 - each form does one of the two
    return found


class Shape(Struct, frozen=True):
    """How an event can be without being another one: what a limit may or may not ask of it."""

    second: int
    length: int | None = None
    place: str | None = None
    tags: tuple[str, ...] = ()
    acting: tuple[tuple[str, ...], ...] = ((),)  # one entry for each group
    company: tuple[str, ...] = ()


class Scene:
    """Some sentences (and a matrix) of an agreement on their own, in force from a Monday on, as long as the agreement is.

    Each question costs steps of the budget; whoever asks looks before whether any are left.
    """

    def __init__(self, agreement: Agreement, sentences: Sequence[Sentence | Matrix], budget: Budget) -> None:
        self._budget = budget
        wanted = [one for one in sentences if isinstance(one, Sentence)]
        clauses = []
        for clause in agreement.clauses:
            kept = tuple(one for one in wanted if one.clause == clause.name)
            if kept:
                clauses.append(replace(clause, sentences=kept))
        self.zone: Zone = load_zone(agreement.zone) if agreement.zone else machine_zone()
        start = agreement.in_force_from or _A_MONDAY
        # Weeks are whole, unless that would give somebody else's turn to a date, or take `every 2 weeks` to the weeks between.
        counted = any(isinstance(one.form, Schedule) and (one.form.turns or one.form.recurrence.every > 1) for one in wanted)
        self.first = start if counted else start + (agreement.week_start - date.fromordinal(start).weekday()) % 7
        self.agreement = replace(
            agreement,
            in_force_from=self.first,
            signatures=(),
            clauses=tuple(clauses),
            matrices=tuple(one for one in sentences if isinstance(one, Matrix)),
        )

    def statuses(self, entries: Sequence[Entry], until: int, label: str) -> set[Status]:
        """How the checker finds one sentence (or matrix) at the end of a date."""
        as_of = self.zone.midnight(until + 1) - 1
        judgement = self._budget.judge([self.agreement], entries, as_of, self.zone, keep_all=True)
        return {
            finding.status
            for finding in judgement.findings
            if (finding.sentence.label if isinstance(finding.sentence, Sentence) else finding.sentence.name) == label
        }

    def broken(self, entries: Sequence[Entry], until: int, label: str) -> bool:
        """Whether a log breaks a sentence for certain by the end of a date."""
        return Status.BREACH in self.statuses(entries, until, label)


def firm(matrix: Matrix) -> Matrix:
    """A matrix whose every `no` stays, and whose other cells leave room: a consent may always come."""
    rows = tuple(replace(row, cells=tuple(cell if cell is Cell.NO else Cell.YES for cell in row.cells)) for row in matrix.rows)
    return replace(matrix, rows=rows)


def shapes(agreement: Agreement, wanted: Selector, by: Who | None, others: Iterable[Sentence | Matrix]) -> Iterator[Shape]:
    """Every way in which an event of a selector may come, as far as the other sentences could tell the ways apart.

    Clock times, lengths, places, tags and people that some sentence speaks of, each beside a plain one.
    """
    filters = (*wanted.filters, *(part for one in wanted.alternatives[:1] for part in one.filters))
    spoken = [part for other in others for part in _filters_of(other)]
    windows = (line for part in (*spoken, *filters) for line in (part.hours.lines if isinstance(part, DuringFilter) else (part,)))
    edges = (edge for part in windows if isinstance(part, ClockFilter | HoursOn) for edge in (part.start, part.end))
    # What is tried first is shown first: an ordinary hour.
    clock = sorted({*_CLOCK, *edges}, key=lambda second: (abs(second - _EVENING), second))
    places: list[str | None] = [None, _ELSEWHERE]
    fixed_places = [place for part in filters if isinstance(part, AtFilter) for place in part.places]
    if fixed_places:
        places = list(fixed_places)
    tags = [tuple(part.tags) for part in filters if isinstance(part, TaggedFilter)]
    fixed_tags = tuple(dict.fromkeys(tag for some in tags for tag in some))
    lengths: list[int | None] = [_long_enough(filters)] if any(isinstance(part, LengthFilter) for part in filters) else list(_LENGTHS)
    people = list(_company(agreement, filters, wanted))
    acting = list(_acting(agreement, by))
    for second, length, place, company, who in product(clock, lengths, places, people, acting):
        yield Shape(second, length, place, fixed_tags, who, company)


def by_shape(selector: Selector) -> bool:
    """Whether a limit tells events apart only by what `shapes` varies.

    It varies no fields, and few lengths: a limit on `where protection is not condom` leaves ways open that are never tried. Nor does it
    vary tags, or whom something is to, of which `not` asks.
    """
    return not any(isinstance(part, FieldFilter | LengthFilter | NotFilter) for part in filters(selector))


def entries_of(selector: Selector, day: int, shape: Shape, to: tuple[str, ...] = ()) -> list[Entry]:
    """The entries of an event on a date in a shape: one, or one for each who must act on their own."""
    values = {
        part.field: part.value
        for part in (*selector.filters, *selector.alternatives[0].filters)
        if isinstance(part, FieldFilter) and part.comparison not in (Comparison.IS_NOT, Comparison.WITHOUT)
    }
    end = None if shape.length is None else shape.second + shape.length
    return [
        Entry(
            selector.alternatives[0].event,
            day,
            shape.second,
            end_day=None if end is None else day + end // DAY_SECONDS,
            end_second=None if end is None else end % DAY_SECONDS,
            by=by,
            to=tuple(name for name in to if name not in by),
            with_=shape.company,
            place=shape.place,
            tags=shape.tags,
            fields=values,
        )
        for by in shape.acting
    ]


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries as the lines of a log."""
    found = sorted(entries, key=lambda one: (one.day, one.second or 0))
    return [replace(one, file="example", line=number, order=number) for number, one in enumerate(found, 1)]


def _filters_of(other: Sentence | Matrix) -> list[Filter]:
    if isinstance(other, Matrix):
        return []
    selector = getattr(other.form, "selector", None)
    if selector is None:
        return []
    return list(filters(selector))


def _long_enough(filters: Iterable[Filter]) -> int:
    for part in filters:
        if isinstance(part, LengthFilter):
            seconds = part.length.days * DAY_SECONDS if isinstance(part.length, Days) else part.length.seconds
            match part.comparison:
                case Comparison.MORE_THAN:
                    return seconds + 60
                case Comparison.LESS_THAN:
                    return max(60, seconds - 60)
                case Comparison.IS | Comparison.IS_NOT | Comparison.AT_LEAST | Comparison.AT_MOST | Comparison.WITHOUT:
                    return seconds
                case _:
                    assert_never(part.comparison)
    return HOUR


def _company(agreement: Agreement, filters: Sequence[Filter], wanted: Selector) -> Iterator[tuple[str, ...]]:
    """Whom an event may be with: those whom it must be with, else everybody declared, one at a time, and a stranger."""
    for part in filters:
        if isinstance(part, WithFilter):
            match part.person:
                case People(names, True):
                    yield names
                    return
                case People(names, _):
                    yield from ((name,) for name in names)
                    return
                case TaggedPeople(tags):
                    yield from ((one.name,) for one in agreement.people if not set(tags).isdisjoint(one.tags))
                    return
                case PersonWord.SAME_PERSON:
                    yield (_SOMEBODY,)
                    return
                case PersonWord.ANYONE | PersonWord.SOMEONE_NEW | PersonWord.EACH_PERSON:
                    break
                case _:
                    assert_never(part.person)
    event = agreement.vocabulary.events.get(wanted.alternatives[0].event)
    if event is None or not event.with_person:
        yield ()
    yield (_SOMEBODY,)
    yield from ((one.name,) for one in agreement.people)


def _acting(agreement: Agreement, by: Who | None) -> Iterator[tuple[tuple[str, ...], ...]]:
    match by:
        case Parties((name,), _):
            yield ((name,),)
        case Parties(names, False):
            yield from (((name,),) for name in names)
        case None | WhoWord.ANYONE:
            yield from (((name,),) for name in agreement.parties)
            yield (agreement.parties,)
        case _:
            names = by.names if isinstance(by, Parties) else agreement.parties
            yield (names,)
            yield tuple((name,) for name in names)


def allows_day(selector: Selector, day: int) -> bool:
    """Whether a selector's filters let an event be on a date."""
    filters = (*selector.filters, *selector.alternatives[0].filters)
    hours = [part.hours for part in filters if isinstance(part, DuringFilter)]
    if not all(any(line.days.holds(day) or (line.end <= line.start and line.days.holds(day - 1)) for line in one.lines) for one in hours):
        return False
    return all(part.holds(day) for part in filters if isinstance(part, DayFilter))


def allows_clock(selector: Selector, shape: Shape) -> bool:
    """Whether a selector's own clock windows let an event be in a shape, as far as its start tells."""
    filters = (*selector.filters, *selector.alternatives[0].filters)
    for part in filters:
        if isinstance(part, ClockFilter) and part.part is not ClockPart.END and not _inside(part, shape.second):
            return False
        if isinstance(part, DuringFilter) and not any(_inside(line, shape.second) for line in part.hours.lines):
            return False
    return True


def _inside(window: ClockFilter | HoursOn, second: int) -> bool:
    if window.start < window.end:
        return window.start <= second < window.end
    return not window.end <= second < window.start


def named(selector: Selector) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who must be in the `by` and in the `to` of an event that a selector means, where it names them."""
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    for part in (*selector.filters, *selector.alternatives[0].filters):
        if isinstance(part, ByFilter) and isinstance(part.who, Parties):
            by = part.who.names
        if isinstance(part, ToFilter) and isinstance(part.who, Parties):
            to = part.who.names
    return by, to
