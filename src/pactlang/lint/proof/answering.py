"""What would do what the checker found undone: for each form, entries to add to a short log, the plainest first.

The entries are those of `pactlang.witness`, which makes short logs for `pact diff` and `pact explain`, here for one finding.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Ahead,
    Cap,
    Gap,
    Interval,
    Matrix,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
    Unit,
    UnlessEvent,
    Within,
    WithinLast,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Exact
from pactlang.model.parts import lifting
from pactlang.model.vocabulary import CONSENT
from pactlang.witness.answers import answers, earlier, later
from pactlang.witness.entries import EVENING, HOUR, end_of, key_of, lasting, moment_of, placed, with_field
from pactlang.witness.events import Occasion, at_day, event_of, settled
from pactlang.witness.nearby import answer_to
from pactlang.witness.nights import overnight
from pactlang.witness.occasions import occasions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pactlang.checker.finding import Finding, Part
    from pactlang.model.agreement import Duty, Selector
    from pactlang.model.calendar import Duration
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Log

MOST_WAYS = 48  # that are tried for one finding
_ALL = 100  # percent
_KINDS = 16  # how many kinds of one event are tried at a time of day
_HOURS = (EVENING, 12 * HOUR, 9 * HOUR, 15 * HOUR, 18 * HOUR, 22 * HOUR, 6 * HOUR)


def ways_of(finding: Finding, pool: Pool) -> list[Log]:
    """Entries that may do what a finding asks for, each way on its own; none where it asks for nothing to be done."""
    rule = finding.sentence
    if isinstance(rule, Matrix):
        return _consents(finding, pool)
    own = replace(pool, things=(rule.form, rule.modifiers), covering=rule.modifiers.covering, untold=rule.modifiers.untold)
    found: Iterator[Log] = iter(())
    subject = finding.subject
    match rule.form:
        case Response(duty=duty) if subject is not None:
            found = _after(duty, subject, finding, own)
        case Precedence(duty=duty) if subject is not None:
            found = _before(duty, subject, _lengths(rule), own)
        case Schedule(duty=duty):
            first, last = finding.window or (finding.date, finding.date)
            days = sorted(range(first, last + 1), key=lambda day: abs(day - finding.date))
            found = _on_days(duty, days, finding.who, own, rule.form.at)
        case Interval(duty=duty) | RepeatAfter(duty=duty):
            found = _by_end(duty, finding, rule, own)
        case Response() | Precedence():  # about an entry that was not noted
            pass
        case Cap() | Quota() | Gap() | Prohibition() | ProhibitionAfter() | ProhibitionBefore() | Pause() | PauseAfter():
            pass
        case _:
            assert_never(rule.form)
    unless = lifting(rule.form)
    if isinstance(unless, UnlessEvent) and subject is not None:
        excuses = _before(unless.duty, subject, (unless.within,), own)
        found = _chained(found, excuses) if isinstance(rule.form, Response | Precedence) else excuses
    return list(islice(_once(found), MOST_WAYS))


def ways_within(selector: Selector, days: tuple[int, int], place: int, number: int, pool: Pool, who: tuple[str, ...] = ()) -> list[Log]:
    """Ways for one of `number` events to come in some days (the last one excluded), the first of them spread evenly over the days."""
    first, after = days
    length = after - first
    start = length * place // max(1, number)
    found: list[Log] = []
    for shift in range(length):
        day = first + (start + shift) % length
        one = event_of(selector, pool, day)
        if first <= one.main.day < after:
            found.append(settled(_by(one, who)))
    kinds = [_by(one, who) for one in occasions(selector, pool, 30, day=first + start, pairs=False)]
    found += [settled(at_day(kind, day)) for kind in kinds for day in (first + start, first + (start + 1) % length)]
    inside = (log for log in found if all(first <= entry.day < after for entry in log[-1:]))
    # So that two of one day do not stand at the very same minute.
    apart = (tuple(placed(entry, moment_of(entry) + 600 * (place % 12)) for entry in log) for log in inside)
    return list(islice(_once(apart), MOST_WAYS + length))


def _lacking(part: Part, least: Decimal) -> Decimal:
    """What must be added to a part and to its whole so that it is so many percent; 0 if nothing would do."""
    if least >= _ALL:
        return Decimal(0)
    return Decimal(ceil((Fraction(least) * part.whole - _ALL * part.own) / (_ALL - Fraction(least)) * 100)) / 100


def quota_ways(finding: Finding, pool: Pool) -> list[list[Log]]:
    """For a quota that is not met: the ways of each event that is lacking."""
    rule = finding.sentence
    assert isinstance(rule, Sentence) and isinstance(rule.form, Quota)  # noqa: S101, PT018 - the caller looked
    assert finding.window is not None  # noqa: S101 - a quota has a period
    measure = rule.form.measure
    own = replace(pool, things=(rule.form, rule.modifiers))
    number = 1 if measure.sums else int(measure.limit)
    amount = measure.limit if finding.part is None else _lacking(finding.part, measure.least)
    if amount <= 0:
        return []
    who = finding.who if len(finding.who) == 1 else ()
    window = (finding.window[0], finding.window[1] + 1)
    each = [ways_within(rule.form.selector, window, place, number, own, who) for place in range(number)]
    if measure.unit is Unit.NIGHTS:
        return [[tuple(overnight(one, measure) for one in log) for log in ways] for ways in each]
    if measure.unit is Unit.HOURS:
        return [[tuple(lasting(placed(one, one.day * DAY_SECONDS), int(measure.limit)) for one in log) for log in ways] for ways in each]
    if measure.unit in (Unit.AMOUNT, Unit.SHARE):
        return [
            [tuple(with_field(with_field(one, "unit", measure.currency), "amount", amount) for one in log) for log in ways] for ways in each
        ]
    if finding.with_:
        return [[tuple(replace(one, with_=finding.with_) for one in log) for log in ways] for ways in each]
    return each


def _by(one: Occasion, who: tuple[str, ...]) -> Occasion:
    return Occasion(replace(one.main, by=who), one.before) if who else one


def _consents(finding: Finding, pool: Pool) -> list[Log]:
    subject = finding.subject
    if subject is None:
        return []
    asked = finding.missing or tuple(party for party in pool.parties if party not in subject.by)
    return [
        tuple(placed(Entry(CONSENT, subject.day, by=(party,), with_=subject.with_), moment_of(subject) - back) for party in asked)
        for back in (HOUR, DAY_SECONDS, 60)
    ]


def _after(duty: Duty, subject: Entry, finding: Finding, pool: Pool) -> Iterator[Log]:
    assert isinstance(finding.sentence, Sentence)  # noqa: S101 - a matrix asks for no answer
    lengths = _lengths(finding.sentence)
    end = end_of(subject)
    moments = sorted({end + HOUR, end + DAY_SECONDS // 2, *later(end, lengths, replace(pool, durations=lengths))})
    first = answer_to(duty, pool, subject)
    if finding.who and len(finding.who) < len(pool.parties):
        first = tuple(replace(one, by=finding.who) if set(finding.who) <= set(one.by) else one for one in first)
    soon = [end + HOUR, *(at for at in moments if at != end + HOUR)]
    kinds = [first, *islice(answers(duty, pool, subject), _KINDS)]
    form = finding.sentence.form
    if isinstance(form, Response) and form.portion is not None and finding.part is not None:
        kinds = [tuple(_worth(one, finding, form) for one in kind) for kind in kinds]
    yield from _mixed(kinds, soon)


def _worth(entry: Entry, finding: Finding, form: Response) -> Entry:
    """A payment of what is missing."""
    assert finding.part is not None  # noqa: S101 - the caller looked
    missing = Decimal(ceil((finding.part.whole - finding.part.own) * 100)) / 100
    return with_field(with_field(entry, "unit", form.currency), "amount", missing)


def _before(duty: Duty, subject: Entry, lengths: tuple[Duration, ...], pool: Pool) -> Iterator[Log]:
    at = moment_of(subject)
    moments = sorted({at - HOUR, *earlier(at, lengths, replace(pool, durations=lengths))}, reverse=True)
    yield from _mixed([answer_to(duty, pool, subject), *islice(answers(duty, pool, subject), _KINDS)], moments)


def _on_days(duty: Duty, days: list[int], who: tuple[str, ...], pool: Pool, at: int | None = None) -> Iterator[Log]:
    """What a duty asks for on one of some days: as it is planned first, then at other hours, then in other ways."""
    edges = [second for clock in pool.clocks for second in (clock.start, clock.end, clock.end - 60)]
    hours = list(dict.fromkeys([*([] if at is None else [at]), *_HOURS, *(edge % DAY_SECONDS for edge in edges)]))
    kinds = list(islice(answers(duty, pool, Entry("", days[0])), _KINDS))
    if duty.to is None:
        kinds = [tuple(replace(one, to=()) for one in kind) for kind in kinds]
    if len(who) == 1 and kinds:
        kinds.insert(0, tuple(replace(one, by=who) for one in kinds[0]))
    yield from _mixed(kinds, [day * DAY_SECONDS + second for second in hours[:1] for day in days])
    yield from _mixed(kinds, [day * DAY_SECONDS + second for second in hours for day in days])


def _by_end(duty: Duty, finding: Finding, rule: Sentence, pool: Pool) -> Iterator[Log]:
    """On the last allowed date, or up to a week before it."""
    every = rule.form.every if isinstance(rule.form, Interval | RepeatAfter) else None
    if isinstance(every, Exact) and finding.due is not None:
        day, second = pool.zone.clock(finding.due)
        due = day * DAY_SECONDS + second
        kinds = list(islice(answers(duty, pool, Entry("", day)), _KINDS))
        yield from _mixed(kinds, [due - back for back in (60, HOUR, every.seconds // 2)])
        return
    yield from _on_days(duty, [finding.date - back for back in range(7)], finding.who, pool)


def _lengths(rule: Sentence) -> tuple[Duration, ...]:
    """The lengths of time that a sentence names for what it asks."""
    form = rule.form
    match form:
        case Response(deadline=Within(length), no_sooner=least):
            return (length,) if least is None else (least, length)
        case Response(no_sooner=Exact() | Days() as least):
            return (least,)
        case Precedence(lead=Ahead(at_least, at_most)):
            return tuple(one for one in (at_least, at_most) if isinstance(one, Exact | Days))
        case Precedence(lead=WithinLast(length)):
            return (length,)
        case Response() | Precedence() | Interval() | Schedule() | RepeatAfter():
            return ()
        case Cap() | Quota() | Gap() | Prohibition() | ProhibitionAfter() | ProhibitionBefore() | Pause() | PauseAfter():
            return ()
        case _:
            assert_never(form)


def _mixed(kinds: list[Log], moments: list[int]) -> Iterator[Log]:
    """The plainest kind at every moment, then every kind at the first few."""
    for at in moments if kinds else ():
        yield tuple(placed(entry, at) for entry in kinds[0])
    for at in moments[:3]:
        for kind in kinds[1:]:
            yield tuple(placed(entry, at) for entry in kind)


def _chained(one: Iterator[Log], other: Iterator[Log]) -> Iterator[Log]:
    """Some of the one before the other, so that neither takes all the room."""
    yield from islice(one, MOST_WAYS // 2)
    yield from other


def _once(logs: Iterable[Log]) -> Iterator[Log]:
    seen: set[tuple[object, ...]] = set()
    for log in logs:
        key = tuple(map(key_of, log))
        if key not in seen:
            seen.add(key)
            yield log
