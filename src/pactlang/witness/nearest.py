"""For each form, the nearest case that is kept and the nearest that is broken: a log is turned step by step until the verdict changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.context import label_of
from pactlang.checker.finding import Status
from pactlang.checker.forms.schedule import first_of
from pactlang.checker.lifting import stopped
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Cap,
    Duty,
    EventTrigger,
    Gap,
    Interval,
    Matrix,
    Parties,
    Pause,
    PauseAfter,
    PersonWord,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
    Unit,
    UnlessEvent,
    WhileFilter,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Duration, Exact, add_days
from pactlang.model.parts import parts
from pactlang.model.recurrence import dates
from pactlang.model.vocabulary import PAUSE
from pactlang.witness.barred_cases import barred_pairs
from pactlang.witness.cases import Dial, Judge, Pair
from pactlang.witness.counted import cap_pairs, quota_pairs
from pactlang.witness.entries import EVENING, HOUR, end_of, moment_of, placed
from pactlang.witness.events import Occasion, brief, changing, event_of, settled
from pactlang.witness.hours import hour_for
from pactlang.witness.nearby import answer_to, excuse_dials, matrix_pairs, meant_pairs
from pactlang.witness.pool import Pool, fitting, pool_of
from pactlang.witness.scenario import Breach, Log, Scenario, written
from pactlang.witness.scenarios import scenarios
from pactlang.witness.sides import Given, Rule, breaching, follows_breach, form_of, judged_under, side_of, things_of

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Modifiers

LONG = 800  # days after the last entry at which a log is judged where nothing is to stay open
_ALWAYS_ASKED = (Quota, Interval, Schedule)
_TRIED = 300  # how many of the standing short logs are tried where a form's own way finds nothing
_MOST_PAIRS = 3
_ANYBODY = (WithFilter(PersonWord.ANYONE), WithFilter(PersonWord.SOMEONE_NEW))
_MOST_AHEAD = 800  # days
_A_WEEK = 7
_WARM_UP = 27  # days after the first in force: what must come before has room
Judged = Callable[[Pool], Judge]


class Nearest(Struct, frozen=True):
    """The pairs that tell most about a sentence, the plainest first; none where no short log was found that breaks it."""

    pairs: tuple[Pair, ...] = ()


def nearest_of(agreement: Agreement, rule: Rule, budget: Budget | None = None) -> Nearest:
    """The nearest kept and the nearest broken case of a sentence or a matrix; of a wish, the nearest missed one."""
    if isinstance(rule, Sentence) and rule.modifiers.wish:
        promise = replace(rule, modifiers=replace(rule.modifiers, wish=False))
        return Nearest(tuple(_as_wish(pair, rule) for pair in nearest_of(agreement, promise, budget).pairs))
    pool = _pool(agreement, rule)
    budget = budget or Budget()
    found: list[Pair] = []
    for pair in islice(_all_pairs(agreement, rule, pool, budget), 12):
        if (
            pair.least
            and _in_its_time(pair, agreement, rule, budget)
            and all((pair.kept.entries, pair.broken.entries) != (one.kept.entries, one.broken.entries) for one in found)
        ):
            found.append(pair)
        if len(found) == _MOST_PAIRS:
            break
    return Nearest(tuple(found))


def _as_wish(pair: Pair, wish: Sentence) -> Pair:
    """Two cases of a sentence told as those of a wish: what would break the one misses the other."""
    for case in (pair.kept, pair.broken):
        for finding in (*case.kept, *((case.finding,) if case.finding is not None else ())):
            finding.sentence = wish
            finding.status = Status.MISSED if finding.status is Status.BREACH else finding.status
    clauses = tuple(
        replace(clause, sentences=tuple(wish if one.label == wish.label else one for one in clause.sentences))
        for clause in pair.agreement.clauses
    )
    return replace(pair, agreement=replace(pair.agreement, clauses=clauses))


def _in_its_time(pair: Pair, agreement: Agreement, rule: Rule, budget: Budget) -> bool:
    """Whether the checker says the same of both cases while the agreement is in force: no case lies in the year before it."""
    first, last, own = agreement.in_force_from, agreement.in_force_until, pair.agreement
    if first is None:
        return True
    if own.in_force_until is not None:  # judged for a few days only, so that what recurs is broken once
        return own.in_force_from is not None and own.in_force_from >= first and (last is None or own.in_force_until <= last)
    real = replace(own, in_force_from=first, in_force_until=last)
    # What recurs is broken on other dates, too, since a case tells of one of them alone.
    named = {case.finding.date for case in (pair.kept, pair.broken) if case.finding is not None}
    for case in (pair.kept, pair.broken):
        findings = budget.judge([real], written(case.entries), pair.zone.midnight(case.last + 1) - 1, pair.zone, keep_all=True).findings
        states = {one.status for one in findings if label_of(one.sentence) == label_of(rule) and one.date in named}
        if (not states.isdisjoint((Status.BREACH, Status.MISSED))) is not case.broken or Status.UNKNOWN in states:
            return False
        if any(not first <= entry.day <= (last or entry.day) for entry in case.entries):
            return False
    return True


def _beside_all(pair: Pair, agreement: Agreement, rule: Rule, budget: Budget) -> bool:
    """Whether it is the same with all other sentences that the log may break, too: an evening at home that nobody told of breaks two.

    What is asked for whatever is logged is left out: it is broken by every short log.
    """
    label, own = label_of(rule), pair.agreement
    clauses = tuple(
        replace(clause, sentences=tuple(one for one in clause.sentences if one.label == label or not isinstance(one.form, _ALWAYS_ASKED)))
        for clause in agreement.clauses
    )
    whole = replace(agreement, in_force_from=own.in_force_from, in_force_until=own.in_force_until, signatures=(), clauses=clauses)
    for case in (pair.kept, pair.broken):
        until = pair.zone.midnight(case.last + 1) - 1
        found = budget.findings([whole], written(case.entries), until, pair.zone)
        if any(one.status is Status.BREACH and label_of(one.sentence) == label for one in found) is not case.broken:
            return False
    return True


def _all_pairs(agreement: Agreement, rule: Rule, pool: Pool, budget: Budget) -> Iterator[Pair]:
    if _beyond_a_life(rule, pool):
        return
    given: Given = (agreement, rule)
    broken = breaching([given], budget)

    def judged(within: Pool) -> Judge:
        return Judge(side_of(given, [given], broken, within, budget), within)

    some = False
    if not follows_breach(rule):
        for pair in _pairs(agreement, rule, pool, judged, []):
            some = True
            yield pair
    first: list[Pair] = []
    for sentence, _ in broken:
        pairs = list(_after_breach(agreement, rule, sentence, pool, budget))
        if pairs and all(_beside_all(pair, agreement, rule, budget) for pair in pairs):
            yield from pairs
            return
        first = first or pairs
    if first:
        yield from first
        return
    if not some and not isinstance(form_of(rule), Pause):
        logs = [breach.entries for _, breach in broken if breach.entries]
        for pair in _pairs(agreement, rule, pool, judged, logs) if logs else ():
            some = True
            yield pair
        nearest = (
            None if some else judged(pool).nearest(list(islice(scenarios(form_of(rule), pool, [breach for _, breach in broken]), _TRIED)))
        )
        if nearest is not None:
            yield nearest


def _beyond_a_life(rule: Rule, pool: Pool) -> bool:
    """Whether a sentence speaks of lengths that no short log can show."""
    form = form_of(rule)
    measure = getattr(form, "measure", None)
    long = any(span_minutes(length) > 14_000 * 1440 for length in pool.durations)
    many = measure is not None and measure.unit is Unit.HOURS and measure.limit > 1000 * HOUR
    return long or many or (isinstance(form, Schedule) and form.recurrence.every > 60)


def _after_breach(agreement: Agreement, rule: Rule, sentence: Sentence, pool: Pool, budget: Budget) -> Iterator[Pair]:
    """What follows a breach, from the nearest broken case of another sentence on."""
    for pair in nearest_of(agreement, sentence, budget).pairs[:1]:
        log, finding = pair.broken.entries, pair.broken.finding
        if not log or finding is None:
            continue
        side = side_of((agreement, rule), [(agreement, rule)], [(sentence, Breach(log, 0))], pool, budget)
        if isinstance(sentence.form, Quota | Interval | Schedule):
            # In force only so long that it is broken once: it would be again, as soon as the log ends.
            first = min(finding.date, *(entry.day for entry in log), *(finding.window or ())[:1])
            side = replace(side, agreement=replace(side.agreement, in_force_from=first, in_force_until=finding.date + 1))
        judge = Judge(side, pool)
        yield from _pairs(agreement, rule, pool, lambda _, judge=judge: judge, [log])  # type: ignore[misc]


def _pool(agreement: Agreement, rule: Rule) -> Pool:
    """The pool of a sentence, on a Wednesday while the agreement is in force, and on the days that dates in it name."""
    pool = pool_of((agreement,), (things_of(rule),))
    start, last = agreement.in_force_from, agreement.in_force_until
    if not pool.edges or start is not None:
        day = pool.base if start is None else start + max(_WARM_UP, _ahead(rule, pool, last - start if last is not None else _MOST_AHEAD))
        if start is not None and last is not None and day + _WARM_UP > last:
            day = start + 3
        day += (2 - (day - 1)) % 7
        others = tuple(one for one in pool.bases if start is None or start <= one <= (last or one)) if pool.edges else ()
        pool = replace(pool, bases=(day, *others), start=min(pool.start, day - 400))
    if isinstance(rule, Matrix):
        return pool
    return fitting(pool, rule.form, rule.modifiers)


def _ahead(rule: Rule, pool: Pool, most: int) -> int:
    """How many days after the first in force an event may need, so that what must have come before it lies in force, too."""
    form = form_of(rule)
    looked = (form.lead,) if isinstance(form, Precedence) else (form.ask_within,) if isinstance(form, Matrix) else ()
    excuses = tuple(one.within for one in parts(form) if isinstance(one, UnlessEvent))
    states = tuple(state.lasts for state in pool.states if state.name in pool.state_names)
    lengths = (one for one in parts((looked, excuses, states)) if isinstance(one, Exact | Days))
    found = max((span_minutes(length) // 1440 for length in lengths), default=0) + _A_WEEK
    return found if found + _A_WEEK <= min(most, _MOST_AHEAD) else 0


def _pairs(agreement: Agreement, rule: Rule, pool: Pool, judged: Judged, broken: list[Log]) -> Iterator[Pair]:
    if isinstance(rule, Matrix):
        yield from matrix_pairs(rule, pool, judged(pool))
        return
    modifiers = rule.modifiers
    match rule.form:
        case Response() as form:
            yield from _responses(form, pool, judged(pool), broken)
        case Precedence() as form:
            yield from _precedences(form, pool, judged(pool))
        case Gap() as form:
            yield from _gaps(form, pool, judged(pool))
        case Prohibition() as form:
            yield from meant_pairs(form.selector, pool, judged(pool), _alone)
            for dial in _ends_of_states(form, pool):
                yield from judged(pool).edges(dial)
            for dial in excuse_dials(form, event_of(form.selector, pool, pool.base), (), pool):
                yield from judged(pool).edges(dial)
            # Of an event with people, none `with anyone` is none at all: one that names nobody cannot be told. None `with someone new` is,
            # too, unless they met somebody before the agreement began, or somebody is declared as known.
            if all(one in _ANYBODY for one in form.selector.filters) and form.unless is None:
                yield from _one_or_none(event_of(form.selector, pool, pool.base), judged(pool))
        case Cap() as form:
            yield from cap_pairs(form, agreement, pool, judged(pool))
        case Quota() as form:
            yield from quota_pairs(form, agreement, pool, judged)
        case Interval() as form:
            yield from _intervals(form, pool, modifiers, judged)
        case Schedule() as form:
            yield from _schedules(form, agreement, pool, modifiers, judged)
        case ProhibitionAfter() as form:
            yield from barred_pairs(form, pool, judged(pool), broken)
        case Pause() | PauseAfter() as form:
            # Alone, it forbids all that it names; beside the other sentences, only what they do not merely ask for.
            forbidden = stopped(form, agreement)
            kinds = tuple(one for one in form.selector.alternatives if one.event in forbidden)
            if kinds:
                form = replace(form, selector=replace(form.selector, alternatives=kinds))
                if isinstance(form, Pause):
                    yield from _pauses(form, pool, judged(pool))
                else:
                    yield from _follow_ups(form, pool, judged(pool), broken)
        case RepeatAfter() as form:
            yield from _follow_ups(form, pool, judged(pool), broken)


def _ends_of_states(form: Prohibition, pool: Pool) -> Iterator[Dial]:
    """`no … while STATE`, of a state without a length of its own: what ends it comes earlier and later. With a shortest one: it was ended
    at once, and the event comes before that is over and after.
    """
    main = event_of(form.selector, pool, pool.base)
    lasting = {state.name for state in pool.states if state.lasts is not None}
    names = [one.state for one in form.selector.filters if isinstance(one, WhileFilter) and one.state not in lasting]
    for name in names:
        for end in changing(name, pool, main.main, ends=True)[:1]:

            def build(steps: int, end: Entry = end) -> Scenario:
                return ended((*main.before, main.main, brief(end, moment_of(main.main) + 60 * steps)))

            yield Dial(build, [-30, 30])
            for least in (state.least for state in pool.states if state.name == name and state.least is not None):
                edge = least.seconds if isinstance(least, Exact) else end_of_last(main.before[-1], least)

                def after(steps: int, end: Entry = end, edge: int = edge) -> Scenario:
                    began = moment_of(main.before[-1])
                    return ended((*main.before, brief(end, began + 60), placed(main.main, began + edge + 60 * steps)))

                yield Dial(after, [-30, 30])


def end_of_last(entry: Entry, length: Days) -> int:
    """How many seconds after an entry the last date ends on which something lasts that long."""
    return (add_days(entry.day, length) + 1 - entry.day) * DAY_SECONDS - (entry.second or 0)


def ended(log: Log) -> Scenario:
    """A log judged long after its last entry, when nothing is open any more."""
    return Scenario(log, max((entry.day for entry in log), default=0) + LONG)


def _alone(one: Occasion) -> Scenario:
    return ended(settled(one))


def _one_or_none(one: Occasion, judge: Judge) -> Iterator[Pair]:
    """Where nothing about an event can be otherwise, only its absence keeps the sentence."""
    pair = judge.pair(Scenario(one.before, one.main.day + LONG), _alone(one))
    if pair is not None:
        yield pair


def span_minutes(length: Duration) -> int:
    """About how many minutes a length has, at most."""
    return length.seconds // 60 if isinstance(length, Exact) else (length.months * 31 + length.days) * 1440


def by_steps(length: Duration) -> int:
    """The seconds of the least step that matters for a length: a minute, or a day where dates count."""
    return 60 if isinstance(length, Exact) else DAY_SECONDS


def _points(length: Duration, extra: int = 0) -> list[int]:
    """Steps to try around a length."""
    near = span_minutes(length) if isinstance(length, Exact) else span_minutes(length) // 1440
    return [1, max(1, near // 2), near + extra + 2, near + extra + 12]


# --- one thing after another --------------------------------------------------------------------------------------


def _responses(form: Response, pool: Pool, judge: Judge, broken: list[Log]) -> Iterator[Pair]:
    whole = sum(span_minutes(length) for length in (*pool.durations, *pool.graces)) + 4 * 1440
    if isinstance(form.trigger, EventTrigger):
        firsts = [event_of(form.trigger.selector, pool, pool.base, place) for place in range(len(form.trigger.selector.alternatives))][:2]
    else:
        firsts = [Occasion(log[-1], log[:-1]) for log in broken]
    for one in firsts[:1] if isinstance(form.trigger, EventTrigger) else firsts:
        answer = answer_to(form.duty, pool, one.main)
        log, at = settled(one), end_of(one.main)

        def build(minutes: int, log: Log = log, at: int = at, answer: Log = answer) -> Scenario:
            return ended((*log, *(placed(entry, at + minutes * 60) for entry in answer)))

        pairs = list(judge.edges(Dial(build, [1, 60, 720, 1440, 2880, whole // 2, whole, whole + 60 * 1440])))
        yield from sorted(pairs, key=_early)
        if pairs:
            break
    if isinstance(form.trigger, EventTrigger):
        one = firsts[0]
        yield from meant_pairs(form.trigger.selector, pool, judge, _alone)
        for dial in excuse_dials(form, one, (), pool):
            yield from judge.edges(dial)


def _early(pair: Pair) -> bool:
    """Whether what is broken came too early: what came too late is the plainer case."""
    return moment_of(pair.broken.entries[-1]) < moment_of(pair.kept.entries[-1])


def _precedences(form: Precedence, pool: Pool, judge: Judge) -> Iterator[Pair]:
    one = event_of(form.trigger.selector, pool, pool.base)
    answer = answer_to(form.duty, pool, one.main)
    at = moment_of(one.main)
    lead = form.lead
    lengths = [length for length in (getattr(lead, name, None) for name in ("at_least", "at_most", "length")) if length is not None]
    step = 60 if any(isinstance(length, Exact) for length in lengths) or not lengths else DAY_SECONDS

    def build(steps: int) -> Scenario:
        return ended(
            (*one.before, *(placed(entry, at - steps * step - (HOUR if step == DAY_SECONDS else 0)) for entry in answer), one.main)
        )

    points = {0, 1}
    for length in lengths:
        near = span_minutes(length) * 60 // step
        points |= {max(0, near - near // 4), near + near // 8 + 3}
    yield from judge.edges(Dial(build, sorted(points)))
    yield from meant_pairs(form.trigger.selector, pool, judge, _alone)
    for dial in excuse_dials(form, one, (), pool):
        yield from judge.edges(dial)


def _gaps(form: Gap, pool: Pool, judge: Judge) -> Iterator[Pair]:
    one = event_of(form.selector, pool, pool.base)
    step = by_steps(form.length)
    from_ = end_of(one.main) if step == 60 else moment_of(one.main)

    def build(steps: int) -> Scenario:
        return ended((*settled(one), placed(one.main, from_ + steps * step)))

    yield from judge.edges(Dial(build, _points(form.length)))


def _pauses(form: Pause, pool: Pool, judge: Judge) -> Iterator[Pair]:
    one = event_of(form.selector, pool, pool.base)
    stop = Entry(PAUSE, one.main.day - 1, 9 * HOUR, by=pool.parties[-1:])
    step = 60 if isinstance(form.at_most, Exact) else DAY_SECONDS
    if form.at_most is None:
        stop = replace(stop, until=stop.day + 6)
    length = form.at_most if form.at_most is not None else Days(days=6)

    def build(steps: int) -> Scenario:
        return ended((*one.before, stop, placed(one.main, moment_of(one.main) + steps * step)))

    yield from judge.edges(Dial(build, [0, *_points(length)]))


def _within_a_day(every: Duration) -> bool:
    """Whether the next one is late by the end of a date on which one was in time: two such logs would differ in when they are judged."""
    return isinstance(every, Exact) and every.seconds < DAY_SECONDS


def _follow_ups(form: PauseAfter | RepeatAfter, pool: Pool, judge: Judge, broken: list[Log]) -> Iterator[Pair]:
    if isinstance(form, RepeatAfter) and _within_a_day(form.every):
        return
    logs = [settled(event_of(form.trigger.selector, pool, pool.base))] if isinstance(form.trigger, EventTrigger) else broken
    for log in logs:
        at = end_of(log[-1])
        if isinstance(form, PauseAfter):
            one = event_of(form.selector, pool, log[-1].day)
            things: Log = (one.main,)
            before = one.before
            length: Duration = form.length
            if isinstance(length, Days):  # dates count, so at the hour at which such things are
                at = at // DAY_SECONDS * DAY_SECONDS + (one.main.second or 0)
        else:
            things, before, length = answer_to(form.duty, pool, log[-1]), (), form.every
        step = by_steps(length)

        def build(steps: int, log: Log = log, at: int = at, things: Log = things, before: Log = before, step: int = step) -> Scenario:
            entries = (*log, *before, *(placed(entry, at + steps * step) for entry in things))
            return ended(entries) if isinstance(form, PauseAfter) else Scenario(entries, entries[-1].day)

        pairs = list(judge.edges(Dial(build, [*_points(length), *_points(length, 40)])))
        yield from pairs
        if pairs:
            return


# --- again and again ----------------------------------------------------------------------------------------------


def _intervals(form: Interval, pool: Pool, modifiers: Modifiers, judged: Judged) -> Iterator[Pair]:
    if _within_a_day(form.every):
        return
    first = pool.base
    pool = replace(pool, start=first)
    answer = answer_to(form.duty, pool, Entry("", first))
    exact = isinstance(form.every, Exact) or isinstance(modifiers.grace, Exact)
    step = 60 if exact else DAY_SECONDS
    at = first * DAY_SECONDS + hour_for(form.duty.selector, EVENING)
    near = (span_minutes(form.every) + (span_minutes(modifiers.grace) if modifiers.grace else 0)) * 60 // step
    begun = _states(pool, first)

    def build(steps: int) -> Scenario:
        log = (*begun, *(placed(entry, at) for entry in answer), *(placed(entry, at + steps * step) for entry in answer))
        return Scenario(log, log[-1].day)

    yield from judged(pool).edges(Dial(build, [1, max(1, near // 2), near + 1440 * 60 // step + 1, near * 9 // 8 + 1440 * 60 * 2 // step]))


def _states(pool: Pool, day: int) -> Log:
    from pactlang.witness.events import in_state

    return tuple(began for name in pool.within for began in in_state(name, Entry("", day, 12 * HOUR), pool))


def _schedules(form: Schedule, agreement: Agreement, pool: Pool, modifiers: Modifiers, judged: Judged) -> Iterator[Pair]:
    horizon = {"day": 4, "week": 9, "month": 33, "year": 367, "once": 1}[form.recurrence.rhythm.value] * max(1, form.recurrence.every)
    horizon = min(horizon, 5000)
    grace = modifiers.grace
    step = 60 if isinstance(grace, Exact) or ((form.by or form.about) and form.at is not None and grace is None) else DAY_SECONDS
    late = form.leeway + (span_minutes(grace) // 1440 if isinstance(grace, Days) else 0)
    found_days = _asked(form, agreement, pool, judged, horizon)
    if form.turns:  # the first one that is asked for, so that it is the same turn as in life
        found_days = [min(found_days)] if found_days else []
    for day in found_days[:12]:
        # What begins a state comes the day before, and must be in force then.
        own = replace(pool, start=day - 1 if pool.within else day, bases=(day,))
        duty = form.duty
        if form.turns:
            own = replace(own, start=agreement.in_force_from or first_of(form, day, agreement.week_start) - bool(pool.within))
            whose = [one.who for one in judged_under(judged(own).side, Scenario((), day), own) if one.date == day and one.who]
            duty = replace(form.duty, by=Parties(whose[0] if whose else form.turns[:1]))
        answer = answer_to(duty, own, Entry("", day))
        at = day * DAY_SECONDS + hour_for(form.duty.selector, form.at if form.at is not None else 19 * HOUR)
        begun = _states(own, day - 1)

        def build(steps: int, day: int = day, at: int = at, answer: Log = answer, begun: Log = begun) -> Scenario:
            log = (*begun, *(placed(entry, at + steps * step) for entry in answer))
            return Scenario(log, max(log[-1].day, day + late + (1 if isinstance(grace, Exact) else 0)))

        if step == DAY_SECONDS:
            points = [0, *range(1, late + 3)]
        else:
            points = [0, 1, 60, 1440 + (span_minutes(grace) if grace else 0) + late * 1440 + 60]
        found = list(judge_edges(judged(own), Dial(build, points)))
        yield from found
        yield from _by_the_wrong_one(form, duty, build(0), answer, judged(own))
        if found:
            return


def _by_the_wrong_one(form: Schedule, duty: Duty, kept: Scenario, answer: Log, judge: Judge) -> Iterator[Pair]:
    """The same on the same date, by whoever's turn it is and by somebody else's."""
    mine = duty.by.names if isinstance(duty.by, Parties) else ()
    other = next((name for name in form.turns if name not in mine), None)
    if other is not None:
        begun = kept.entries[: len(kept.entries) - len(answer)]
        wrong = tuple(replace(entry, by=(other,)) for entry in kept.entries[len(begun) :])
        pair = judge.pair(Scenario(kept.entries, kept.last + 1), Scenario((*begun, *wrong), kept.last + 1))
        if pair is not None:
            yield pair


def _asked(form: Schedule, agreement: Agreement, pool: Pool, judged: Judged, horizon: int) -> list[int]:
    """Dates on which the checker asks for it while the agreement is in force, those of ordinary days first."""
    first = agreement.in_force_from
    if form.recurrence.date is not None:
        return [form.recurrence.date]
    begins = form.first_turn.day if form.first_turn is not None else 0
    if first is not None:
        judge = judged(replace(pool, start=first))
        findings = judged_under(judge.side, Scenario((), max(first, pool.base, begins) + 2 * horizon), pool)
        asked = [one.date for one in findings if one.status is Status.BREACH]
        if asked:
            return sorted(asked, key=lambda day: (day < pool.base, day))
    starts = (pool.base, pool.base - horizon)
    return [day for start in starts for day in dates(form.recurrence, start, start + horizon, start, agreement.week_start)]


def judge_edges(judge: Judge, dial: Dial) -> Iterator[Pair]:
    """The edges of a dial, the first one alone: later ones are those of the next date."""
    yield from islice(judge.edges(dial), 1)
