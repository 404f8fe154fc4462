"""For each form, the nearest case that is kept and the nearest that is broken: a log is turned step by step until the verdict changes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.context import label_of
from pactlang.checker.finding import Status
from pactlang.checker.lifting import stopped
from pactlang.model.agreement import (
    Cap,
    Gap,
    Interval,
    Matrix,
    Pause,
    PauseAfter,
    PersonWord,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
    Times,
    Unit,
    UnlessEvent,
    WhileFilter,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Exact, add_days
from pactlang.model.parts import parts
from pactlang.witness.barred_cases import barred_pairs
from pactlang.witness.cases import Dial, Judge
from pactlang.witness.counted import cap_pairs, quota_pairs
from pactlang.witness.entries import HOUR, moment_of, placed
from pactlang.witness.events import brief, changing, event_of
from pactlang.witness.lengths import one_or_none, settled_alone, span_minutes
from pactlang.witness.nearby import by_one_fewer, excuse_dials, matrix_pairs, meant_pairs
from pactlang.witness.nearest_after import follow_ups_near, gaps_near, pauses_near, precedences_near, responses_near
from pactlang.witness.nearest_again import intervals_near, schedules_near
from pactlang.witness.pool import fitting, parts_of, pool_of
from pactlang.witness.scenario import Breach, ended, written
from pactlang.witness.scenarios import scenarios
from pactlang.witness.sides import breaching, follows_breach, form_of, side_of, things_of
from pactlang.witness.too_close_cases import too_close_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.witness.cases import Pair
    from pactlang.witness.lengths import Judged
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Log, Scenario
    from pactlang.witness.sides import Given, Rule


_ALWAYS_ASKED = (Quota, Interval, Schedule)
_TRIED = 300  # how many of the standing short logs are tried where a form's own way finds nothing
_MOST_PAIRS = 3
_ANYBODY = (WithFilter(PersonWord.ANYONE), WithFilter(PersonWord.SOMEONE_NEW))
_MOST_AHEAD = 800  # days
_A_WEEK = 7
_WARM_UP = 27  # days after the first in force: what must come before has room


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
            some = some or pair.least or not isinstance(form_of(rule), Prohibition)
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
    if not some and not _told_by_its_own(form_of(rule), agreement):
        logs = [breach.entries for _, breach in broken if breach.entries]
        for pair in _pairs(agreement, rule, pool, judged, logs) if logs else ():
            some = True
            yield pair
        nearest = (
            None if some else judged(pool).nearest(list(islice(scenarios(form_of(rule), pool, [breach for _, breach in broken]), _TRIED)))
        )
        if nearest is not None:
            yield nearest
        form = form_of(rule)
        if not some and isinstance(form, Prohibition) and (nearest is None or not nearest.least):
            # Nothing is near `no loan by Ana to Ben` of two, or `no loan by each party`: none of it is.
            yield from one_or_none(event_of(form.selector, pool, pool.base), judged(pool))


def _told_by_its_own(form: object, agreement: Agreement) -> bool:
    """Whether no more cases are sought than its own: of a pause that people make, and of one after something that only lifts."""
    return isinstance(form, Pause) or (isinstance(form, PauseAfter) and not stopped(form, agreement))


def _beyond_a_life(rule: Rule, pool: Pool) -> bool:
    """Whether a sentence speaks of lengths that no short log can show."""
    form = form_of(rule)
    measure = getattr(form, "measure", None)
    long = any(span_minutes(length) > 14_000 * 1440 for length in pool.durations)
    many = measure is not None and measure.unit is Unit.HOURS and measure.limit > 1000 * HOUR
    return long or many or (isinstance(form, Schedule) and form.recurrence.every > 60)


def _after_breach(agreement: Agreement, rule: Rule, sentence: Sentence, pool: Pool, budget: Budget) -> Iterator[Pair]:
    """What follows a breach, from the nearest broken case of another sentence on."""
    times = getattr(getattr(form_of(rule), "trigger", None), "times", None)
    by_itself = isinstance(sentence.form, Quota | Interval | Schedule)
    dates = _broken_by_itself(agreement, sentence, pool, budget) if by_itself and times is not None else []
    start = agreement.in_force_from if dates else None
    later = agreement
    if start is not None and times is not None:
        if len(dates) <= times.count:
            return
        last, before = dates[times.count - 1], dates[times.count - 2]
        later = replace(agreement, in_force_from=last - (last - before + 1) // 2 - _WARM_UP)
    for pair in nearest_of(later, sentence, budget).pairs[:1]:
        log, finding = pair.broken.entries, pair.broken.finding
        if not log or finding is None:
            continue
        side = side_of((agreement, rule), [(agreement, rule)], [(sentence, Breach(log, 0))], pool, budget)
        if by_itself:
            # In force only so long that it is broken once, or as often as is counted up: it would be again, as soon as the log ends.
            first = min(finding.date, *(entry.day for entry in log), *(finding.window or ())[:1])
            own = replace(side.agreement, in_force_from=first, in_force_until=finding.date + 1)
            if start is not None and times is not None:
                # As often as is counted up since the text began: the others before it are missed without a word.
                own = replace(own, in_force_from=start)
                if finding.date != dates[times.count - 1]:
                    continue
                if not isinstance(form_of(rule), Response):  # what is forbidden or asked for a time lies before it is broken once more
                    own = replace(own, in_force_until=max(finding.date + 1, dates[times.count] - 1))
            side = replace(side, agreement=own)
        judge = Judge(side, pool)
        yield from _pairs(agreement, rule, pool, lambda _, judge=judge: judge, [log])  # type: ignore[misc]


def _broken_by_itself(agreement: Agreement, sentence: Sentence, pool: Pool, budget: Budget) -> list[int]:
    """The dates on which what comes by the calendar is broken where nothing is logged, from the first day in force on."""
    start = agreement.in_force_from
    if start is None:
        return []
    text = replace(agreement, signatures=(), zone=pool.zone.key)
    found = budget.findings([text], [], pool.zone.midnight(start + _MOST_AHEAD // 2) - 1, pool.zone)
    return sorted({one.date for one in found if one.status is Status.BREACH and label_of(one.sentence) == sentence.label})


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
    looked: tuple[object, ...] = tuple(one.window for one in parts_of(form, Times))
    if isinstance(form, Precedence | Matrix):
        looked = (form.lead if isinstance(form, Precedence) else form.ask_within,)
    excuses = tuple(one.within for one in parts(form) if isinstance(one, UnlessEvent))
    states = tuple(state.lasts for state in pool.states if state.name in pool.state_names)
    lengths = (one for one in parts((looked, excuses, states)) if isinstance(one, Exact | Days))
    found = max((span_minutes(length) // 1440 for length in lengths), default=0) + _A_WEEK
    return found if found + _A_WEEK <= min(most, _MOST_AHEAD) else 0


def _pairs(agreement: Agreement, rule: Rule, pool: Pool, judged: Judged, broken: list[Log]) -> Iterator[Pair]:
    for pair in _of_form(agreement, rule, pool, judged, broken):
        yield pair
        if isinstance(rule, Sentence) and not isinstance(rule.form, Schedule):  # which is judged on dates of its own
            yield from by_one_fewer(pair, rule.form, judged(pool))


def _of_form(agreement: Agreement, rule: Rule, pool: Pool, judged: Judged, broken: list[Log]) -> Iterator[Pair]:
    if isinstance(rule, Matrix):
        yield from matrix_pairs(rule, pool, judged(pool))
        return
    modifiers = rule.modifiers
    match rule.form:
        case Response() as form:
            yield from responses_near(form, pool, judged(pool), broken)
        case Precedence() as form:
            yield from precedences_near(form, pool, judged(pool))
        case Gap() as form:
            yield from gaps_near(form, pool, judged(pool))
        case Prohibition() as form:
            yield from meant_pairs(form.selector, pool, judged(pool), settled_alone)
            for dial in _ends_of_states(form, pool):
                yield from judged(pool).edges(dial)
            for dial in excuse_dials(form, event_of(form.selector, pool, pool.base), (), pool):
                yield from judged(pool).edges(dial)
            # Of an event with people, none `with anyone` is none at all: one that names nobody cannot be told. None `with someone new` is,
            # too, unless they met somebody before the agreement began, or somebody is declared as known.
            if all(one in _ANYBODY for one in form.selector.filters) and form.unless is None:
                yield from one_or_none(event_of(form.selector, pool, pool.base), judged(pool))
        case Cap() as form:
            yield from cap_pairs(form, agreement, pool, judged(pool))
        case Quota() as form:
            yield from quota_pairs(form, agreement, pool, judged)
        case Interval() as form:
            yield from intervals_near(form, pool, modifiers, judged)
        case Schedule() as form:
            yield from schedules_near(form, agreement, pool, modifiers, judged)
        case ProhibitionAfter() as form:
            yield from barred_pairs(form, pool, judged(pool), broken)
        case ProhibitionBefore() as form:
            yield from too_close_pairs(form, pool, judged(pool))
        case Pause() | PauseAfter() as form:
            # Alone, it forbids all that it names; beside the other sentences, only what they do not merely ask for.
            forbidden = stopped(form, agreement)
            kinds = tuple(one for one in form.selector.alternatives if one.event in forbidden)
            if kinds:
                form = replace(form, selector=replace(form.selector, alternatives=kinds))
                if isinstance(form, Pause):
                    yield from pauses_near(form, pool, judged(pool))
                else:
                    yield from follow_ups_near(form, pool, judged(pool), broken)
        case RepeatAfter() as form:
            yield from follow_ups_near(form, pool, judged(pool), broken)


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
