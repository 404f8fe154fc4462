"""Short logs that tell two sentences apart: for each form, events around every length, limit and date that the sentences name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    BreachTrigger,
    ByClock,
    Cap,
    Duty,
    Gap,
    Interval,
    LengthFilter,
    Matrix,
    Measure,
    Parties,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Unit,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Duration, Exact, Period, add_days, period_bounds
from pactlang.model.vocabulary import CONSENT, PAUSE
from pactlang.negotiate.occasions import (
    EVENING,
    HOUR,
    Occasion,
    end_of,
    event_of,
    in_state,
    lasting,
    moment_of,
    names_of,
    occasions,
    placed,
    settled,
    with_field,
)
from pactlang.negotiate.pool import STRANGER, STRANGERS, parts_of

if TYPE_CHECKING:
    from pactlang.model.agreement import Form
    from pactlang.negotiate.pool import Pool

Log = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A short log and the local date at whose end it is judged."""

    entries: Log
    last: int


def scenarios(form: Form | Matrix, pool: Pool, breaches: Sequence[Log] = ()) -> Iterator[Scenario]:
    """Short logs for a form. `breaches` are logs that break another sentence, for what follows a breach."""
    match form:
        case Prohibition():
            yield from _ended(_singles(form, pool))
        case Cap():
            yield from _ended(_caps(form, pool))
        case Gap():
            yield from _ended(_gaps(form, pool))
        case Quota():
            yield from _quotas(form, pool)
        case Response():
            yield from _ended(_responses(form, pool, breaches))
        case Precedence():
            yield from _ended(_precedences(form, pool))
        case Interval():
            yield from _intervals(form.duty, pool)
        case Schedule():
            yield from _schedules(form, pool)
        case Pause():
            yield from _ended(_pauses(form, pool))
        case PauseAfter() | RepeatAfter():
            yield from _follow_ups(form, pool, breaches)
        case Matrix():
            yield from _ended(_matrices(form, pool))


def _ended(logs: Iterator[Log]) -> Iterator[Scenario]:
    """Judged long after the last entry, when nothing is open any more."""
    for log in logs:
        yield Scenario(log, max(entry.day for entry in log) + 800)


# --- what is limited ------------------------------------------------------------------------------------------


def _singles(form: Prohibition, pool: Pool) -> Iterator[Log]:
    for one in occasions(form.selector, pool, 220):
        yield settled(one)
    for one in occasions(form.selector, pool, 12, pairs=False):
        yield from _excused(one, pool)


def _excused(one: Occasion, pool: Pool) -> Iterator[Log]:
    """The event with what may excuse it, at and around its limit of time."""
    for unless in pool.unless:
        moments = sorted(earlier(moment_of(one.main), (unless.within, *pool.durations), pool))
        for place, answer in enumerate(answers(unless.duty, pool, one.main)):
            for at in moments if place < 2 else moments[-2:]:
                yield (*one.before, *(placed(entry, at) for entry in answer), one.main)


def answers(duty: Duty, pool: Pool, after: Entry) -> Iterator[Log]:
    """What may keep a duty: by and to each party, by all, each apart, naming all, some or nothing."""
    kinds = [one.main for one in occasions(duty.selector, pool, 8, day=after.day, pairs=False)]
    by = pool.parties if duty.by is WhoWord.EACH_PARTY and not after.by else names_of(duty.by, pool, after.by)
    full = replace(kinds[0], covering=pool.covering, by=by)
    full = replace(full, to=names_of(duty.to, pool, full.by if isinstance(duty.by, Parties) else after.by) if duty.to else ())
    if not parts_of(duty.selector, LengthFilter):
        full = replace(full, end_day=None, end_second=None)
    if not parts_of(duty.selector, WithFilter):
        full = replace(full, with_=())
    apart = tuple(replace(full, by=(party,), to=_others(pool, (party,))) for party in full.by)
    yield (full,)
    if duty.to is not None:
        yield apart  # each of them to all the others
    bys = [(party,) for party in pool.parties] + [pool.parties]
    for by in bys:
        yield (replace(full, by=by),)
    for party in pool.parties if len(pool.parties) > 2 else ():
        yield (replace(full, by=_others(pool, (party,))),)
    for item in pool.covering:
        less = tuple(one for one in pool.covering if one != item)
        yield (replace(full, covering=less),)
        yield tuple(replace(entry, covering=less) for entry in apart)
    for by in bys:
        for to in [(), *((party,) for party in pool.parties if by != (party,)), _others(pool, by)]:
            yield (replace(full, by=by, to=to),)
    yield tuple(replace(full, by=(party,), to=()) for party in pool.parties)
    for kind in kinds[1:]:
        yield (replace(kind, covering=pool.covering, by=full.by, to=full.to),)


def _others(pool: Pool, by: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(party for party in pool.parties if party not in by)


def _caps(form: Cap, pool: Pool) -> Iterator[Log]:
    caps = parts_of(pool.things, Measure)
    for one in occasions(form.selector, pool, 40):
        for measure in caps:
            for count in _counts(measure):
                yield from _bunch(one, count, measure, [0] * count, pool)
    base = event_of(form.selector, pool, pool.base)
    steps = _steps(pool)
    for measure in caps:
        for count in _counts(measure):
            for by in _turns(pool, count):
                yield from _bunch(base, count, measure, range(count), pool, by)
                for step in steps:
                    yield from _bunch(base, count, measure, [0] * (count - 1) + [step], pool, by)
            for company in _companies(form, pool, count):
                yield from _bunch(base, count, measure, [0] * count, pool, company=company)
            for day in _edges(pool):
                yield from _bunch(_shifted(base, day), count, measure, [0] * (count - 1) + [1], pool)
                for step in steps[:: max(1, len(steps) // 12)]:
                    yield from _bunch(_shifted(base, day + 1), count, measure, [0] * (count - 1) + [step], pool)
    most = max((_counts(measure)[-1] for measure in caps), default=1)
    for one in (event_of(form.selector, pool, pool.base),):
        for excused in _excused(one, pool):
            before = tuple(placed(one.main, moment_of(one.main) - (most - place) * 60, 30) for place in range(1, most))
            yield (*before, *excused)


def _counts(measure: Measure) -> list[int]:
    if measure.unit is not Unit.COUNT:
        return [1, 2]
    limit = int(measure.limit)
    return [count for count in (limit, limit + 1) if 0 < count <= 40]


def _turns(pool: Pool, count: int) -> list[list[tuple[str, ...]]]:
    alone: list[list[tuple[str, ...]]] = [[(party,)] * count for party in pool.parties]
    many = len(pool.parties)
    in_turn: list[list[tuple[str, ...]]] = [[(pool.parties[(place + first) % many],) for place in range(count)] for first in range(many)]
    return [*alone, *in_turn, [pool.parties] * count]


def _companies(form: Cap, pool: Pool, count: int) -> list[list[tuple[str, ...]]]:
    """Each event with somebody else, where a sentence tells people apart."""
    if not parts_of(pool.things, WithFilter) or not any(one.event in pool.with_person for one in form.selector.alternatives):
        return []
    names = (*pool.people, STRANGER)
    each: list[list[tuple[str, ...]]] = [[(group[place % len(group)],) for place in range(count)] for group in (names, STRANGERS)]
    return [*each, [names[:2]] * count]


def _bunch(
    one: Occasion,
    count: int,
    measure: Measure,
    days: Sequence[int],
    pool: Pool,
    by: Sequence[tuple[str, ...]] | None = None,
    company: Sequence[tuple[str, ...]] | None = None,
) -> Iterator[Log]:
    """Several events close together, some of them days later; with amounts or lengths around the limit where these count."""
    found: list[Entry] = []
    start = moment_of(one.main)
    spread = 60 if measure.unit is Unit.COUNT else HOUR
    for place in range(count):
        entry = placed(one.main, start + place * spread + days[place] * DAY_SECONDS)
        entry = replace(entry, by=by[place]) if by else entry
        found.append(replace(entry, with_=company[place]) if company else entry)
    if measure.unit is Unit.COUNT:
        yield (*one.before, *found)
        return
    for share in (Decimal(0), Decimal(1), Decimal(60)):
        each = (measure.limit + share) / count
        if measure.unit is Unit.HOURS:
            yield (*one.before, *(lasting(entry, int(each)) for entry in found))
        else:
            sums = [with_field(with_field(entry, "unit", measure.currency), "amount", each) for entry in found]
            yield (*one.before, *sums)


def _steps(pool: Pool) -> list[int]:
    """How many days later the last of several events comes: at the edges of every window and period."""
    found = {0, 1, 2, 6, 7, 27, 31, 62, 92, 184, 366}
    for length in pool.durations:
        days = length.seconds // DAY_SECONDS if isinstance(length, Exact) else length.months * 30 + length.days
        found |= {max(0, days + delta) for delta in (-2, -1, 0, 1)}
    return sorted(found)


def _edges(pool: Pool) -> list[int]:
    """The last dates of a week, a month, a quarter and a year."""
    bounds = [period_bounds(period, pool.base, week)[1] - 1 for period in Period for week in (0, 6)]
    return sorted(set(bounds))


def _shifted(one: Occasion, day: int) -> Occasion:
    delta = (day - one.main.day) * DAY_SECONDS
    return Occasion(placed(one.main, moment_of(one.main) + delta), tuple(placed(entry, moment_of(entry) + delta) for entry in one.before))


def _gaps(form: Gap, pool: Pool) -> Iterator[Log]:
    for one in occasions(form.selector, pool, 60):
        yield (*settled(one), placed(one.main, end_of(one.main) + 1800))
    base = event_of(form.selector, pool, pool.base).main
    before = event_of(form.selector, pool, pool.base).before
    pairs = [((party,), (other,)) for party in pool.parties for other in pool.parties]
    for by in [(base.by, base.by), *pairs, (pool.parties, pool.parties)]:
        first = replace(base, by=by[0])
        for at in sorted(later(end_of(first), pool.durations, pool)):
            yield (*before, first, replace(placed(base, at), by=by[1]))
            if base.with_ and by == (base.by, base.by):
                yield (*before, replace(first, with_=STRANGERS[:1]), replace(placed(base, at), by=by[1], with_=STRANGERS[1:2]))
    for length in pool.durations:
        for extra in (0, 1):
            # The other way about: the later of the two is where the sentence applies.
            if isinstance(length, Days):
                back = (base.day - add_days(base.day, length, -1) + 1 - extra) * DAY_SECONDS
            else:
                back = length.seconds + seconds_back(base) - 1800 - extra * 60
            yield (*before, placed(base, moment_of(base) - back), base)
    for one in occasions(form.selector, pool, 4, pairs=False):
        for excused in _excused(one, pool):
            yield (placed(one.main, moment_of(one.main) - seconds_back(one.main)), *excused)


def seconds_back(entry: Entry) -> int:
    """Far enough back that an entry ends half an hour before the next of its kind begins."""
    return end_of(entry) - moment_of(entry) + 1800


# --- what is owed ---------------------------------------------------------------------------------------------


def later(at: int, durations: Sequence[Duration], pool: Pool) -> set[int]:
    """Moments at, just before and just after each length from a moment on."""
    return _around(at, durations, 1, pool) | _clock_deadlines(at, pool)


def earlier(at: int, durations: Sequence[Duration], pool: Pool) -> set[int]:
    """The same, back from a moment."""
    return {one for one in _around(at, durations, -1, pool) if one >= pool.start * DAY_SECONDS - 900 * DAY_SECONDS}


def _around(at: int, durations: Sequence[Duration], sign: int, pool: Pool) -> set[int]:
    found = {at + sign * 60, at + sign * HOUR, at}
    day, second = divmod(at, DAY_SECONDS)
    for length in durations:
        if isinstance(length, Exact):
            found |= {at + sign * length.seconds + delta for delta in (-60, 0, 60, HOUR, -HOUR)}
            if sign > 0:
                found |= _graced((at + length.seconds) // DAY_SECONDS, pool, Days)
            continue
        if sign > 0:
            found |= _graced(add_days(day, length), pool, Exact) | _graced(add_days(day, length), pool, Days)
        for delta in (-1, 0, 1):
            date = add_days(day, length, sign) + delta
            found |= {date * DAY_SECONDS + clock for clock in (60, 12 * HOUR, second, DAY_SECONDS - 60)}
    return {one for one in found if (one >= at if sign > 0 else one <= at)}


def _graced(day: int, pool: Pool, kind: type[Duration]) -> set[int]:
    """The last moments of a grace of some kind after a date has ended, and just after."""
    found: set[int] = set()
    for grace in pool.graces:
        if isinstance(grace, kind):
            ends = (day + 1) * DAY_SECONDS + grace.seconds if isinstance(grace, Exact) else (add_days(day, grace) + 1) * DAY_SECONDS - 60
            found |= {ends, ends + 60}
    return found


def _clock_deadlines(at: int, pool: Pool) -> set[int]:
    day = at // DAY_SECONDS
    found: set[int] = set()
    for deadline in parts_of(pool.things, ByClock):
        for days in (deadline.days_later, deadline.days_later + 1):
            edge = (day + days) * DAY_SECONDS + deadline.second
            found |= {edge - 60, edge, edge + 60, edge + HOUR}
            for length in pool.durations:
                if isinstance(length, Exact):
                    found |= {edge + length.seconds, edge + length.seconds + 60}
    return {one for one in found if one >= at}


def _responses(form: Response, pool: Pool, breaches: Sequence[Log]) -> Iterator[Log]:
    if isinstance(form.trigger, BreachTrigger):
        triggers = [Occasion(shifted[-1], shifted[:-1]) for log in breaches for shifted in _near(log, pool)]
    else:
        triggers = list(occasions(form.trigger.selector, pool, 40))
        if form.trigger.first:
            triggers += [Occasion(placed(one.main, moment_of(one.main) + 7 * DAY_SECONDS), settled(one)) for one in triggers[:3]]
    for one in triggers:
        yield settled(one)
    for number, one in enumerate(triggers[:12]):
        kinds = list(answers(form.duty, pool, one.main))
        for place, answer in enumerate(kinds):
            # Every answer soon after; every moment for the answers that matter most: by all of them, and by each alone.
            most = place <= len(pool.parties) + 1 if number < 2 else place == 0 and number < 5
            moments = sorted(later(end_of(one.main), pool.durations, pool)) if most else [end_of(one.main) + 60]
            for at in moments:
                yield (*settled(one), *(placed(entry, at) for entry in answer))
        if number < 4:
            yield from _answered_once(one, kinds[0], pool)
        for unless in pool.unless if number < 2 else ():
            for excuse in answers(unless.duty, pool, one.main):
                for at in sorted(earlier(moment_of(one.main), (unless.within,), pool)):
                    yield (*one.before, *(placed(entry, at) for entry in excuse), one.main)
    mixed = len({type(length) for length in pool.durations}) > 1
    if triggers and (mixed or bool(parts_of(pool.things, ByClock))):
        # Where a time of day or the end of a date ends it, it matters when in the day it begins.
        for number, second in enumerate((3 * HOUR, 9 * HOUR, 15 * HOUR)):
            for one in triggers[: 4 if number == 0 else 1]:
                early = Occasion(placed(one.main, one.main.day * DAY_SECONDS + second), one.before)
                answer = next(answers(form.duty, pool, early.main))
                for at in sorted(later(end_of(early.main), pool.durations, pool)):
                    yield (*settled(early), *(placed(entry, at) for entry in answer))


def _answered_once(one: Occasion, answer: Log, pool: Pool) -> Iterator[Log]:
    """Answered at once, and then the same again, some time later, without an answer."""
    first = (*settled(one), *(placed(entry, end_of(one.main) + 60) for entry in answer))
    for days in (1, 40):
        again = placed(one.main, moment_of(one.main) + days * DAY_SECONDS)
        yield (*first, again)
        if pool.people and one.main.type in pool.with_person:
            yield (*first, replace(again, with_=(STRANGER,)))


def _precedences(form: Precedence, pool: Pool) -> Iterator[Log]:
    triggers = list(occasions(form.trigger.selector, pool, 40))
    for one in triggers:
        yield settled(one)
        again = placed(one.main, moment_of(one.main) + DAY_SECONDS)
        yield (*settled(one), again)
    for number, one in enumerate(triggers[:12]):
        at_once = moment_of(one.main)
        moments = sorted(earlier(at_once, pool.durations, pool))
        again = placed(one.main, at_once + HOUR + end_of(one.main) - at_once)
        for place, answer in enumerate(answers(form.duty, pool, one.main)):
            most = place <= len(pool.parties) + 1 if number < 2 else place == 0 and number < 5
            for at in moments if most else moments[:: max(1, len(moments) // 4)]:
                served = (*(placed(entry, at) for entry in answer), *settled(one))
                yield served
                if place == 0:
                    yield (*served, again)
                    for length in pool.durations if number < 5 else ():
                        days = length.seconds // DAY_SECONDS if isinstance(length, Exact) else length.months * 31 + length.days
                        much = placed(one.main, at_once + (days + 1) * DAY_SECONDS)
                        yield (*served, much)
                        if pool.people and one.main.type in pool.with_person:
                            yield (*served, replace(much, with_=(STRANGER,)))
        if number < 2:
            yield from _excused(one, pool)


def _intervals(duty: Duty, pool: Pool) -> Iterator[Scenario]:
    for answer in answers(duty, pool, Entry("", pool.start)):
        for length in pool.durations:
            for extra in (0, 1):
                log, last = _repeated(answer, length, extra, pool.start)
                yield Scenario(log, last)
            ends = add_days(pool.start, length) if isinstance(length, Days) else pool.start
            for moment in sorted(_graced(ends, pool, Exact)):
                yield Scenario(tuple(placed(entry, moment) for entry in answer), moment // DAY_SECONDS)
    for length in pool.durations:
        for start in (pool.start, *pool.bases[1:]) if pool.edges else (pool.start,):
            day = (start * DAY_SECONDS + (length.seconds if isinstance(length, Exact) else 0)) // DAY_SECONDS
            last = (add_days(day, length) if isinstance(length, Days) else day) + 1
            yield Scenario((), last)
            for began in (*_in_states(last - 2, pool), *_in_states(start + 1, pool)):
                yield Scenario(began, last)
                yield Scenario(began, last + 1)


def _in_states(day: int, pool: Pool) -> Iterator[Log]:
    """What begins each state that is named on a day, so that the next days are in it."""
    for name in pool.state_names:
        began = in_state(name, Entry("", day, 1), pool, 0)
        if began:
            yield began


def _repeated(answer: Log, length: Duration, extra: int, start: int) -> tuple[Log, int]:
    """An answer again and again, at the limit or just past it; up to the last of three."""
    found: list[Entry] = []
    at = start * DAY_SECONDS + 12 * HOUR
    for _ in range(3):
        day, second = divmod(at, DAY_SECONDS)
        found += [placed(entry, at) for entry in answer]
        at = at + length.seconds + extra * 60 if isinstance(length, Exact) else (add_days(day, length) + extra) * DAY_SECONDS + second
    return tuple(found), found[-1].day


def _quotas(form: Quota, pool: Pool) -> Iterator[Scenario]:
    measures = parts_of(pool.things, Measure)
    periods = [one.period for one in parts_of(pool.things, Quota)]
    starts = (pool.start, pool.base) if pool.edges else (pool.start,)
    ends = sorted({period_bounds(period, period_bounds(period, start)[1] + 3)[1] for period in periods for start in starts})
    for one in occasions(form.selector, pool, 60):
        for measure in measures:
            count = int(measure.limit) if measure.unit is Unit.COUNT else 1
            for number in {count - 1, count}:
                for period in dict.fromkeys(periods):
                    for end in ends:
                        log = _filled(one.main, number, measure, period, pool.start, end)
                        if len(log) <= 60:
                            yield Scenario(log, end)
                        if number < count and measure is measures[0]:
                            for began in (*_in_states(end - 4, pool), *_in_states(period_bounds(period, end - 1)[0] - 1, pool)):
                                yield Scenario((*began, *log), end)


def _filled(event: Entry, number: int, measure: Measure, period: Period, first: int, end: int) -> Log:
    """So many events in each period up to a date, each on the event's own weekday."""
    found: list[Entry] = []
    day = first
    while day < end:
        start, day = period_bounds(period, day)[0], period_bounds(period, day)[1]
        own = max(start, first) + (event.day - max(start, first)) % 7
        for place in range(number):
            entry = placed(event, min(own, day - 1) * DAY_SECONDS + (event.second or 0) + place * 60)
            if measure.unit is Unit.HOURS:
                entry = lasting(entry, int(measure.limit) - 60 * place)
            elif measure.unit is Unit.AMOUNT:
                entry = with_field(with_field(entry, "unit", measure.currency), "amount", measure.limit)
            found.append(entry)
    return tuple(found)


def _schedules(form: Schedule, pool: Pool) -> Iterator[Scenario]:
    schedules = parts_of(pool.things, Schedule)
    answer_logs = list(answers(form.duty, pool, Entry("", pool.start)))
    tolerances = {one.tolerance.days for one in schedules}
    shifts = sorted({sign * (days + extra) for days in tolerances for extra in (0, 1) for sign in (-1, 1)} | {0})
    moments = [shift * DAY_SECONDS + 12 * HOUR for shift in shifts]
    moments += sorted({moment for days in tolerances for kind in (Exact, Days) for moment in _graced(days, pool, kind)})
    all_days = [_slots(schedule, pool.start) for schedule in schedules]
    ends = sorted({day for days in all_days for day in days})
    for days in all_days:
        for wanted in range(len(days) + 1):
            slack = max(tolerances) + max((add_days(0, one) if isinstance(one, Days) else 1 for one in pool.graces), default=0)
            lasts = [end + slack + 1 for end in ends if not wanted or end >= days[wanted - 1]] + [pool.start]
            for place, answer in enumerate(answer_logs):
                for shift in moments if place == 0 else (12 * HOUR,):
                    log = tuple(placed(entry, day * DAY_SECONDS + shift) for day in days[:wanted] for entry in answer)
                    for last in lasts if place == 0 else lasts[:3]:
                        yield Scenario(log, last)
            for last in lasts[:2]:
                for began in _in_states(last - slack - 2, pool):
                    yield Scenario(
                        (*began, *(placed(entry, day * DAY_SECONDS + 12 * HOUR) for day in days[:wanted] for entry in answer_logs[0])), last
                    )


def _slots(schedule: Schedule, start: int) -> list[int]:
    """The first dates of a schedule."""
    from pactlang.check.recurrence import dates

    rhythm, every = schedule.recurrence.rhythm.value, max(1, schedule.recurrence.every)
    horizon = {"day": 10, "week": 30, "month": 70, "year": 400}[rhythm] * every
    return list(dates(schedule.recurrence, start, start + horizon, start, 0))[:4]


# --- what stops, what follows ---------------------------------------------------------------------------------


def _pauses(form: Pause, pool: Pool) -> Iterator[Log]:
    for one in occasions(form.selector, pool, 40):
        stop = Entry(PAUSE, one.main.day - 1, 12 * HOUR, by=pool.parties[:1])
        yield (stop, *settled(one))
        for length in pool.durations:
            for delta in (-1, 0, 1):
                day = add_days(stop.day, length) + delta if isinstance(length, Days) else stop.day + length.seconds // DAY_SECONDS + delta
                yield (stop, *settled(_shifted(one, day)))


def _follow_ups(form: PauseAfter | RepeatAfter, pool: Pool, breaches: Sequence[Log]) -> Iterator[Scenario]:
    if isinstance(form.trigger, BreachTrigger):
        triggers = [shifted for log in breaches for shifted in _near(log, pool)]
    else:
        triggers = [settled(one) for one in occasions(form.trigger.selector, pool, 8)]
    for trigger in triggers[:8]:
        at = end_of(trigger[-1])
        if isinstance(form, PauseAfter):
            for one in occasions(form.selector, pool, 12):
                for moment in sorted(later(at, pool.durations, pool)):
                    delta = moment - moment_of(one.main)
                    before = (placed(entry, moment_of(entry) + delta) for entry in one.before)
                    log = (*trigger, *before, placed(one.main, moment))
                    yield Scenario(log, max(entry.day for entry in log) + 800)
            continue
        lengths = [part.length for part in parts_of(pool.things, RepeatAfter)]
        ends = {add_days(at // DAY_SECONDS, length) if isinstance(length, Days) else at // DAY_SECONDS + 1 for length in lengths}
        for answer in list(answers(form.duty, pool, trigger[-1]))[:12]:
            for every in [part.every for part in parts_of(pool.things, RepeatAfter)]:
                for end in ends:
                    yield Scenario((*trigger, *_until(answer, every, at, end)), end + 30)
        yield Scenario(trigger, at // DAY_SECONDS + 800)


def _near(log: Log, pool: Pool) -> list[Log]:
    """A log as it is, and moved to the days and into the states in question."""
    found = [log]
    for day in (pool.base, pool.base - 1):
        delta = (day - log[-1].day) * DAY_SECONDS
        found.append(tuple(placed(entry, moment_of(entry) + delta) for entry in log))
    return [(*(began for name in pool.within for began in in_state(name, one[0], pool)), *one) for one in found]


def _until(answer: Log, every: Duration, at: int, end: int) -> Log:
    found: list[Entry] = []
    for _ in range(60):
        day, second = divmod(at, DAY_SECONDS)
        at = at + every.seconds if isinstance(every, Exact) else add_days(day, every) * DAY_SECONDS + second
        if at // DAY_SECONDS > end:
            break
        found += [placed(entry, at) for entry in answer]
    return tuple(found)


def _matrices(form: Matrix, pool: Pool) -> Iterator[Log]:
    matrices = parts_of(pool.things, Matrix)
    activities = dict.fromkeys(row.activity for matrix in matrices for row in matrix.rows)
    for event in dict.fromkeys(matrix.event for matrix in matrices):
        for activity in activities:
            for by in [*((party,) for party in pool.parties), pool.parties]:
                main = Entry(event, pool.base, EVENING, None, pool.base, EVENING + HOUR, by=by, tags=(activity,))
                main = replace(main, with_=(pool.people[:1] or (STRANGER,))) if event in pool.with_person else main
                yield (main,)
                for length in [matrix.ask_within for matrix in matrices]:
                    for at in sorted(earlier(moment_of(main), (length,), pool)):
                        for party in pool.parties:
                            yield (placed(Entry(CONSENT, main.day, by=(party,)), at), main)
