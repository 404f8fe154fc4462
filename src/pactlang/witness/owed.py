"""Short logs for what is owed: answers, what must come before, intervals, quotas, schedules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, permutations

from msgspec.structs import replace

from pactlang.checker.active import on_such_weekdays
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Ahead,
    ByClock,
    ByDateAsked,
    Duty,
    EventTrigger,
    Interval,
    Measure,
    Modifiers,
    Portion,
    Precedence,
    Quota,
    Response,
    Schedule,
    Unit,
    WithinDays,
    WithinHours,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Duration, Exact, Period, add_days, period_bounds
from pactlang.model.recurrence import dates
from pactlang.witness.answers import answers, asking, earlier, excused, graced, later
from pactlang.witness.counted_up import triggering
from pactlang.witness.entries import HOUR, end_of, lasting, moment_of, placed, timed, with_field
from pactlang.witness.events import Occasion, event_of, in_states, settled
from pactlang.witness.hours import hour_for
from pactlang.witness.nights import overnight
from pactlang.witness.occasions import occasions
from pactlang.witness.pool import STRANGER, Pool, parts_of
from pactlang.witness.scenario import Log, Scenario

_SEASON = 120  # days
_YEAR = 366
_KINDS_OF_DATE = 12
_BY_EACH = 3
_NOON = 12 * HOUR


def responses(form: Response, pool: Pool) -> Iterator[Log]:
    """Something, and an answer to it: by and to each, at every moment that a deadline makes interesting, with the sums that are owed."""
    logs = _responses(form, pool)
    if not parts_of(pool.things, Portion):
        return logs
    from pactlang.witness.portions import priced  # few sentences ask for one

    return priced(form, logs, pool)


def _responses(form: Response, pool: Pool) -> Iterator[Log]:
    assert isinstance(form.trigger, EventTrigger)  # noqa: S101 - what follows breaches is elsewhere
    triggers = [asking(one, pool) for one in triggering(form.trigger, pool, 40)]
    if form.trigger.first:
        triggers += [Occasion(placed(one.main, moment_of(one.main) + 7 * DAY_SECONDS), settled(one)) for one in triggers[:3]]
    for one in triggers:
        yield settled(one)
    for day in pool.bases if parts_of(pool.things, WithinDays) else ():
        yield from _at_each_end(event_of(form.trigger.selector, pool, day), form.duty, pool)
    for day in (*range(pool.base, pool.base + 7), *pool.bases[1:]) if parts_of(pool.things, WithinHours) else ():
        for hour in (_NOON, pool.hour):
            yield from _at_each_end(event_of(form.trigger.selector, replace(pool, hour=hour), day), form.duty, pool)
    for one in triggers[:1] if parts_of(pool.things, ByDateAsked) else ():
        for days in (-1, 0, 1, 40):
            yield from _at_each_end(asking(one, pool, days), form.duty, pool)
    for number, one in enumerate(triggers[:12]):
        kinds = list(answers(form.duty, pool, one.main))
        for place, answer in enumerate(kinds):
            # Every answer soon after; every moment for the answers that matter most: by all of them, and by each alone.
            most = place <= len(pool.alone) + 1 if number < 2 else place == 0 and number < 5
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
                yield from _at_each_end(Occasion(placed(one.main, one.main.day * DAY_SECONDS + second), one.before), form.duty, pool)


def _at_each_end(one: Occasion, duty: Duty, pool: Pool) -> Iterator[Log]:
    """Something, and the plainest answer to it at every moment that a deadline makes interesting."""
    answer = next(answers(duty, pool, one.main))
    for at in sorted(later(end_of(one.main), pool.durations, pool)):
        yield (*settled(one), *(placed(entry, at) for entry in answer))


def _answered_once(one: Occasion, answer: Log, pool: Pool) -> Iterator[Log]:
    """Answered at once, and then the same again, some time later, without an answer."""
    first = (*settled(one), *(placed(entry, end_of(one.main) + 60) for entry in answer))
    for days in (1, 40):
        again = placed(one.main, moment_of(one.main) + days * DAY_SECONDS)
        yield (*first, again)
        if pool.people and one.main.type in pool.with_person:
            yield (*first, replace(again, with_=(STRANGER,)))


def precedences(form: Precedence, pool: Pool) -> Iterator[Log]:
    """Something, and what must come before it, likewise; and the same once more."""
    triggers = list(occasions(form.trigger.selector, pool, 40))
    if isinstance(form.lead, Ahead) and form.lead.since_last:
        for one in triggers[:3]:
            yield from _each_with_theirs(one, form.duty, pool)
    for one in triggers:
        yield settled(one)
        again = placed(one.main, moment_of(one.main) + DAY_SECONDS)
        yield (*settled(one), again)
    for number, one in enumerate(triggers[:12]):
        at_once = moment_of(one.main)
        moments = sorted(earlier(at_once, pool.durations, pool))
        again = placed(one.main, at_once + HOUR + end_of(one.main) - at_once)
        for place, answer in enumerate(answers(form.duty, pool, one.main)):
            most = place <= len(pool.alone) + 1 if number < 2 else place == 0 and number < 5
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
            yield from excused(one, pool)


def _each_with_theirs(one: Occasion, duty: Duty, pool: Pool) -> Iterator[Log]:
    """Two have done what must come before, then comes what the one does, and what the other does."""
    at = moment_of(one.main)
    for both in permutations(pool.alone[:3], 2):
        own = [replace(one.main, by=(name,)) for name in both]
        given = [
            placed(entry, at - (place + 1) * HOUR) for place, main in enumerate(own) for entry in next(iter(answers(duty, pool, main)), ())
        ]
        yield (*given, *one.before, own[0], placed(own[1], at + DAY_SECONDS))


def intervals(duty: Duty, pool: Pool) -> Iterator[Scenario]:
    """Nothing for long, or something again and again, at the limit and just past it."""
    for answer in answers(duty, pool, Entry("", pool.start)):
        for length in pool.durations:
            for extra in (0, 1):
                log, last = _repeated(answer, length, extra, pool.start * DAY_SECONDS + hour_for(duty.selector, 12 * HOUR))
                yield Scenario(log, last)
            ends = add_days(pool.start, length) if isinstance(length, Days) else pool.start
            for moment in sorted(graced(ends, pool, Exact)):
                yield Scenario(tuple(placed(entry, moment) for entry in answer), moment // DAY_SECONDS)
    for length in pool.durations:
        for start in (pool.start, *pool.bases[1:]) if pool.edges else (pool.start,):
            day = (start * DAY_SECONDS + (length.seconds if isinstance(length, Exact) else 0)) // DAY_SECONDS
            last = (add_days(day, length) if isinstance(length, Days) else day) + 1
            yield Scenario((), last)
            for began in (*in_states(last - 2, pool), *in_states(start + 1, pool)):
                yield Scenario(began, last)
                yield Scenario(began, last + 1)


def _repeated(answer: Log, length: Duration, extra: int, at: int) -> tuple[Log, int]:
    """An answer again and again from a moment on, at the limit or just past it; up to the last of three."""
    found: list[Entry] = []
    for _ in range(3):
        day, second = divmod(at, DAY_SECONDS)
        found += [placed(entry, at) for entry in answer]
        at = at + length.seconds + extra * 60 if isinstance(length, Exact) else (add_days(day, length) + extra) * DAY_SECONDS + second
    return tuple(found), found[-1].day


def quotas(form: Quota, pool: Pool) -> Iterator[Scenario]:
    """As many in each period as are asked, and one fewer."""
    measures = parts_of(pool.things, Measure)
    periods = [one.period for one in parts_of(pool.things, Quota)]
    starts = (pool.start, *pool.bases[: _KINDS_OF_DATE if pool.sets else 1 if pool.edges else 0])
    sums = any(one.sums for one in measures)
    if form.measure.unit is Unit.SHARE:
        from pactlang.witness.shares import shares  # few sentences ask for one

        yield from shares(form, measures, starts, pool)
    ends = sorted({period_bounds(period, period_bounds(period, start)[1] + 3)[1] for period in periods for start in starts})
    if pool.sets:
        main = event_of(form.selector, pool, pool.base).main
        for measure in measures:
            count = 1 if measure.sums else int(measure.limit)
            for period in dict.fromkeys(periods):
                yield from _on_each_kind(main, count, measure, period, pool)
    for one in occasions(form.selector, pool, 60):
        for measure in measures:
            count = 1 if measure.sums else int(measure.limit)
            for number in {count - 1, count}:
                for period in dict.fromkeys(periods):
                    for end in ends:
                        log = _filled(one.main, number, measure, period, pool.start, end)
                        if len(log) <= 60:
                            yield Scenario(log, end)
                        if one.main.by == pool.alone[:1]:
                            # Everybody as often as is asked, but each apart.
                            mains = [_by_one(one.main, party, place) for place, party in enumerate(pool.alone)]
                            each = [entry for main in mains for entry in _filled(main, number, measure, period, pool.start, end)]
                            if len(each) <= 60:
                                yield Scenario(tuple(sorted(each, key=moment_of)), end)
                        # What is enough for one that counts events may not be for one that adds up hours.
                        enough_for_one = number == count and not measure.sums and sums
                        if enough_for_one or (number < count and measure is measures[0]):
                            # A state that begins near the end, just before the last period, or before anything is in force.
                            for day in (end - 4, period_bounds(period, end - 1)[0] - 1, pool.start - 1):
                                yield from (Scenario((*began, *log), end) for began in in_states(day, pool))


def _by_one(event: Entry, party: str, place: int) -> Entry:
    """The same by somebody alone, at an hour of their own."""
    return timed(replace(event, by=(party,)), (9 + place) * HOUR)


def _on_each_kind(event: Entry, number: int, measure: Measure, period: Period, pool: Pool) -> Iterator[Scenario]:
    """For each kind of date, as sets of dates and days of the week tell them apart: so many events in each period up to the first with such
    a date, on one of that kind, else on one on which as many of the sentences as can be let them count.
    """

    def kind(day: int) -> tuple[bool, ...]:
        return tuple(one.holds(day) for one in pool.day_filters)

    under = parts_of(pool.things, Modifiers)
    kinds: dict[tuple[bool, ...], int] = {}
    for day in range(pool.start, pool.start + 366):
        kinds.setdefault(kind(day), day)
    for wanted, first in kinds.items():

        def best(day: int, wanted: tuple[bool, ...] = wanted) -> tuple[bool, int]:
            return kind(day) != wanted, -sum(on_such_weekdays(one, day) for one in under)

        end = period_bounds(period, first)[1]
        for by in (event.by, pool.parties):
            log = _filled(replace(event, by=by), number, measure, period, pool.start, end, best)
            if len(log) <= 60:
                yield Scenario(log, end)


def _filled(
    event: Entry, number: int, measure: Measure, period: Period, first: int, end: int, best: Callable[[int], object] | None = None
) -> Log:
    """So many events in each period up to a date, each on the event's own weekday, or on the first date that comes first by `best`."""
    found: list[Entry] = []
    day = first
    while day < end:
        start, day = period_bounds(period, day)[0], period_bounds(period, day)[1]
        own = max(start, first) + (event.day - max(start, first)) % 7
        if best is not None:
            own = min(range(max(start, first), day), key=best)  # type: ignore[arg-type]  # tuples of the same kind
        for place in range(number):
            on, step = min(own, day - 1), place * 60
            if measure.by_dates:  # on dates of their own
                low = max(start, first)
                on, step = low + (on - low + place) % (day - low), 0
            entry = overnight(placed(event, on * DAY_SECONDS + (event.second or 0) + step), measure)
            if measure.unit is Unit.HOURS:
                entry = lasting(entry, int(measure.limit) - 60 * place)
            elif measure.unit in (Unit.AMOUNT, Unit.SHARE):
                entry = with_field(with_field(entry, "unit", measure.currency), "amount", measure.limit)
            found.append(entry)
    return tuple(found)


def schedules(form: Schedule, pool: Pool) -> Iterator[Scenario]:
    """The first dates of a schedule, kept up to one of them, on the day or at the edges of what is tolerated."""
    both = parts_of(pool.things, Schedule)
    answer_logs = in_turn(form, list(answers(form.duty, pool, Entry("", pool.start))))
    tolerances = {one.leeway for one in both}
    shifts = sorted({sign * (days + extra) for days in tolerances for extra in (0, 1) for sign in (-1, 1)} | {0})
    moments = [shift * DAY_SECONDS + hour_for(form.duty.selector, 12 * HOUR) for shift in shifts]
    moments += sorted({moment for days in tolerances for kind in (Exact, Days) for moment in graced(days, pool, kind)})
    clocks = {one.at for one in both if one.by and one.at is not None}
    about = {one.about for one in both if one.about is not None}
    clocks |= {at + tolerance for at, tolerance in about}
    moments += sorted({at - tolerance - early for at, tolerance in about for early in (0, 60)} - set(moments))
    lengths = (0, *(grace.seconds for grace in pool.graces if isinstance(grace, Exact)))
    moments += sorted({at + length + late for at in clocks for length in lengths for late in (0, 60)} - set(moments))
    usual = sorted({usual_second(one) for one in both})
    if pool.sets:
        yield from _kept_until(form, pool, answer_logs[0], max(tolerances) + 1)
    if pool.day_filters and pool.state_names:
        yield from _in_states_on_each_kind(form, pool, answer_logs[0], max(tolerances) + 1)
    all_days = [_slots(schedule, pool.start) for schedule in both]
    ends = sorted({day for days in all_days for day in days})
    for days in all_days:
        for wanted in range(len(days) + 1):
            slack = max(tolerances) + max((add_days(0, one) if isinstance(one, Days) else 1 for one in pool.graces), default=0)
            lasts = [end + slack + 1 for end in ends if not wanted or end >= days[wanted - 1]] + [pool.start]
            for place, answer in enumerate(answer_logs):
                for shift in moments if place == 0 else usual:
                    log = tuple(placed(entry, day * DAY_SECONDS + shift) for day in days[:wanted] for entry in answer)
                    for last in lasts if place == 0 else lasts[:3]:
                        yield Scenario(log, last)
            for first in range(len(form.turns)):
                each = in_turn(form, answer_logs)[1:]
                log = tuple(
                    placed(entry, day * DAY_SECONDS + usual[0])
                    for place, day in enumerate(days[:wanted], first)
                    for entry in each[place % len(each)]
                )
                yield Scenario(log, lasts[0])
            # In a state, by whoever may: first by those who surely do.
            whole = answer_logs[0]
            by_each = [log for log in answer_logs if len(log) == len(log[0].by) == 1 and log != whole]
            for answer in (whole, *by_each[:_BY_EACH]):
                for last in lasts[:2]:
                    for began in in_states(last - slack - 2, pool):
                        for shift in usual:
                            kept = (placed(entry, day * DAY_SECONDS + shift) for day in days[:wanted] for entry in answer)
                            yield Scenario((*began, *kept), last)


def _kept_until(form: Schedule, pool: Pool, answer: Log, slack: int) -> Iterator[Scenario]:
    """A schedule kept up to the day before each one of interest, and then no more."""
    for day in pool.bases:
        days = list(dates(form.recurrence, pool.start, day, pool.start, 0))
        if days and days[-1] == day and len(days) <= _SEASON:
            log = tuple(placed(entry, one * DAY_SECONDS + usual_second(form)) for one in days[:-1] for entry in answer)
            yield Scenario(log, day + slack)


def _in_states_on_each_kind(form: Schedule, pool: Pool, answer: Log, slack: int) -> Iterator[Scenario]:
    """In each state, the first date of each kind as far as weekdays and sets go: missed, also after all before were kept."""
    asked = list(dates(form.recurrence, pool.start, pool.start + _YEAR, pool.start, 0))
    kinds: dict[tuple[bool, ...], int] = {}
    for day in asked:
        kinds.setdefault(tuple(one.holds(day) for one in pool.day_filters), day)
    for day in list(kinds.values())[:_KINDS_OF_DATE]:
        kept = tuple(placed(entry, one * DAY_SECONDS + usual_second(form)) for one in asked if one < day for entry in answer)
        for began in in_states(day - 1, pool):
            yield Scenario(began, day + slack)
            yield Scenario((*kept, *began), day + slack)


def in_turn(form: Schedule, found: list[Log]) -> list[Log]:
    """What keeps a schedule: where people take turns, all of them at once, and each alone."""
    if not form.turns:
        return found
    one = found[0][0]
    joint = tuple(dict.fromkeys((*form.turns, *one.by)))
    return [(replace(one, by=by),) for by in (joint, *((name,) for name in form.turns))]


def usual_second(form: Schedule) -> int:
    """A time of day that keeps a schedule's date."""
    return hour_for(form.duty.selector, 12 * HOUR if form.about is None else form.about[0])


def _slots(schedule: Schedule, start: int) -> list[int]:
    """The first dates of a schedule."""
    rhythm, every = schedule.recurrence.rhythm.value, max(1, schedule.recurrence.every)
    horizon = {"day": 10, "week": 30, "month": 70, "year": 400, "once": (schedule.recurrence.date or start) - start}[rhythm] * every
    turns = len(schedule.turns)
    return list(dates(schedule.recurrence, start, start + horizon * max(1, turns), start, 0))[: max(4, 2 * turns)]


# --- kept all along, but once ---------------------------------------------------------------------------------


def steady(form: object, pool: Pool) -> Iterator[Scenario]:
    """What recurs, kept for a season but once: for what follows a breach, and must not follow another one."""
    match form:
        case Schedule():
            days = list(islice(dates(form.recurrence, pool.start, pool.start + _SEASON, pool.start, 0), 60))
            if len(days) > 2:
                answer = in_turn(form, [next(answers(form.duty, pool, Entry("", pool.start)))])[0]
                log = tuple(placed(entry, day * DAY_SECONDS + usual_second(form)) for day in [days[0], *days[2:]] for entry in answer)
                yield Scenario(log, days[1] + form.leeway + 1)
        case Interval(duty, Days() as every):
            answer = next(answers(duty, pool, Entry("", pool.start)))
            days = [pool.start]
            while days[-1] < pool.start + _SEASON and len(days) < 60:
                days.append(add_days(days[-1], every) + (1 if len(days) == 2 else 0))
            log = tuple(placed(entry, day * DAY_SECONDS + hour_for(duty.selector, 12 * HOUR)) for day in days for entry in answer)
            yield Scenario(log, days[2] if len(days) > 2 else days[-1])
        case Quota(measure, selector, period) if not measure.sums:
            event = event_of(selector, pool, pool.start).main
            log = _filled(event, int(measure.limit), measure, period, pool.start, pool.start + _SEASON)
            first, end = period_bounds(period, period_bounds(period, pool.start)[1] + 3)
            missed = next((entry for entry in log if first <= entry.day < end), None)
            yield Scenario(tuple(entry for entry in log if entry is not missed), end)
