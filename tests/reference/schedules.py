"""What is asked for on certain dates, and by certain dates: every verdict straight from the page."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from pactlang.model.agreement import DayFilter, Duty, Modifiers, Parties, Recurrence, Rhythm, Schedule, Sentence
from pactlang.model.calendar import Exact, Period

from .clock import add_days, period_of
from .forms import awaited, everybody_met, sentence_in
from .matching import DATED, account, date_fits, how_many, in_days, in_range, matches, owes_nobody, subjects, told_by, who_owes
from .record import Deadline, Event, Outcome, Scene, Subject


def asks_for_the_same(sentence: Sentence, _: Scene, earlier: Sentence, __: Scene) -> bool:
    """Whether two schedules of one name ask for the same of the same people, whatever their dates."""
    form, before = sentence.form, earlier.form
    if not isinstance(form, Schedule) or not isinstance(before, Schedule):
        return False
    # R95: "Names in another order begin anew; a changed rhythm or other modifiers do not."
    return form.duty == before.duty and (form.turns, form.first_turn) == (before.turns, before.first_turn)


def schedule(label: str, scene: Scene, earlier: list[Scene]) -> list[Outcome]:
    """Schedule: "a date passes without one (`give or take 2 days` widens it)".

    "A date is kept by a matching event in force on that local date (with `give or take 2 days`, on a date within it). Until that
    date (with its tolerance) has ended it is `due`. Dates up to `until` are judged." With a tolerance in minutes "it is kept by
    what starts at that time, or up to so long before or after". R30: "An entry keeps every date whose
    tolerance it lies in." R83: also in a version before or after, into which the sentence goes on.
    """
    run = Run([*reversed(earlier), scene])
    run.label = label
    while (after := run[-1].after) is not None:
        later = sentence_in(after, label)
        if later is None or not asks_for_the_same(later, after, sentence_in(run[-1], label), run[-1]):
            break
        run.append(after)
    form = sentence_in(scene, label).form
    today, asked = scene.clock.date(scene.as_of), [dates_asked(label, one) for one in (scene, *earlier)]
    begun, to_come = asked[0]
    if not any(first <= today for one in (scene, *earlier) for first, _ in one.stretches) or any(after for _, after in asked[1:]):
        to_come = []
    found = []
    for subject in subjects(form, scene, everybody_met(scene)):
        if owes_nobody(form.duty, scene, subject, None):
            continue
        own = [outcome for day in begun for outcome in on_date(label, day, scene, run, subject)]
        before = [
            one
            for then, (days, _) in zip(earlier, asked[1:], strict=True)
            for day in days
            for one in on_date(label, day, then, run, subject)
        ]
        if not any(outcome.status == "due" for outcome in (*own, *before)):
            own += [outcome for day in to_come for outcome in on_date(label, day, scene, run, subject)]
        found += own
    return found


def dates_asked(label: str, scene: Scene) -> tuple[list[int], list[int]]:
    """The dates whose tolerance has begun, and the one that comes next."""
    today = scene.clock.date(scene.as_of)
    begun: list[int] = []
    for day in dates_in(label, scene):
        if owed_from(label, day, scene) > today:
            return begun, [day]
        begun.append(day)
    return begun, []


def asked_in(label: str, scene: Scene) -> Iterator[int]:
    """Every date that a version asks for, up to some years to come."""
    sentence = sentence_in(scene, label)
    form, modifiers = sentence.form, sentence.modifiers
    turn = scene.turn(sentence) if form.first_turn is None else (form.first_turn.day, Modifiers())
    for first, last in scene.stretches:
        # R67: "No schedule asks for a date that the zone skipped."
        for day in slots(form.recurrence, first, last, scene, turn):
            if scene.clock.that_was(day) == day and (whole_fits(label, day, scene) if form.whole else date_fits(modifiers, day, scene)):
                yield day


def whole_fits(label: str, day: int, scene: Scene) -> bool:
    """R96: "Without a day, the turn is that of a calendar period. Nothing is asked of one on some date of which it does not hold." """
    sentence = sentence_in(scene, label)
    begins = begin_of(sentence.form, day, scene)
    since = chain(label, scene)[-1].stretches[0][0]
    if sentence.form.first_turn is not None:
        since = max(since, sentence.form.first_turn.day)
    own = range(max(begins, scene.stretches[0][0]), day + 1)
    return since <= begins and all(date_fits(sentence.modifiers, one, scene) for one in own)


def begin_of(form: Schedule, day: int, scene: Scene) -> int:
    """The first date of the period that ends on a date."""
    return period_of(Period(form.recurrence.rhythm.value), day, scene.week_start)[0] if form.whole else day


def chain(label: str, scene: Scene) -> list[Scene]:
    """This version and those before it from which the sentence goes on, the latest first."""
    found = [scene]
    while (earlier := found[-1].before) is not None:
        said = sentence_in(earlier, label)
        if said is None or not asks_for_the_same(sentence_in(found[-1], label), found[-1], said, earlier):
            break
        found.append(earlier)
    return found


def whose_turn(label: str, day: int, scene: Scene) -> str:
    """R95: "The first date is the first one's … a date on which nothing is asked for takes no turn, a missed one does." """
    run = chain(label, scene)
    form, first = sentence_in(scene, label).form, run[-1]
    taken = dates_in(label, scene).index(day) + sum(len(dates_in(label, earlier)) for earlier in run[1:])
    if form.first_turn is not None:
        said = sentence_in(first, label)
        begins = form.first_turn.day
        past = slots(said.form.recurrence, begins, first.stretches[0][0] - 1, first, (begins, Modifiers()))
        taken += form.turns.index(form.first_turn.party) + sum(allowed(said.modifiers, one) for one in past)
    return form.turns[taken % len(form.turns)]


def allowed(modifiers: Modifiers, day: int) -> bool:
    """Whether the dates and weekdays that a sentence is tied to let it hold on a date; what came before it was in force has no states."""
    only = [in_days(one.days, day) for one in modifiers.only if isinstance(one, DayFilter)]
    excepted = [in_days(one.days, day) for one in modifiers.excepted if isinstance(one, DayFilter)]
    return dates_allow(modifiers, day) and all(only) and not any(excepted)


def on_date(label: str, day: int, scene: Scene, run: Run, subject: Subject) -> list[Outcome]:
    """How a schedule stands on one of its dates; `run` are the versions through which the sentence goes on.

    R61: "A schedule's date is due as soon as its tolerance has begun"; where none of those is open, "the next one is due, too".
    """
    form, modifiers = sentence_in(scene, label).form, sentence_in(scene, label).modifiers
    if form.by:
        return on_deadline(label, day, scene, run, subject)
    timed = isinstance(form.tolerance, Exact)
    if timed:
        asked = scene.clock.instant(day, form.at)
        opens = scene.clock.date(asked - form.tolerance.seconds)
        deadline = Deadline(scene.clock, instant=asked + form.tolerance.seconds).with_grace(modifiers.grace)
    else:
        opens = begin_of(form, day, scene) if form.whole else add_days(day, form.tolerance, -1)
        deadline = Deadline(scene.clock, day=scene.clock.that_was(add_days(day, form.tolerance))).with_grace(modifiers.grace)
    ended = replace(scene, left=run[-1].left)
    if ended.left is not None and not deadline.passed(ended.judged_at):
        return []  # R37: "dates and periods not yet ended are not judged"
    events = [
        event
        for event in scene.events
        if any(one.in_force(event) for one in run)
        and opens <= event.day
        and (not timed or event.start >= asked - form.tolerance.seconds)
        and deadline.allows(event)
        and matches(event, form.duty.selector, scene, subject, owed=True)
    ]
    duty = form.duty
    if form.turns:
        duty = Duty(duty.selector, Parties((whose_turn(label, day, scene),)), duty.to)
        if owes_nobody(duty, scene, subject, None):
            return []  # nobody owes themselves anything
    done = account(duty, events, scene, subject, None)
    return awaited(deadline, done.missing, (day, subject), ended, subject, date=day, since=scene.clock.midnight(opens))


# --- deadlines ----------------------------------------------------------------------------------------------------

Pair = tuple[str | None, str | None]  # who owes it, and to whom; None is anybody


@dataclass(frozen=True)
class Mark:
    """One of the dates of a sentence in one version, as a deadline; one of a schedule is the end of that date."""

    scene: Scene
    form: Schedule
    day: int

    @property
    def limit(self) -> Deadline:
        """ "Up to the end of that date; with `at 12:00`, up to that time, which counts itself"."""
        clock = self.scene.clock
        timed = self.form.by and self.form.at is not None
        return Deadline(clock, instant=clock.instant(self.day, self.form.at)) if timed else Deadline(clock, day=self.day)

    def after(self, event: Event) -> bool:
        """Whether an event comes after it."""
        return not self.limit.allows(event)


class Run(list[Scene]):
    """The versions through which a sentence goes on, in order, with the dates that they ask for."""

    label = ""

    @cached_property
    def marks(self) -> list[Mark]:
        """Every date that was asked for while the sentence went on, in order."""
        found = [Mark(scene, sentence_in(scene, self.label).form, day) for scene in self for day in dates_in(self.label, scene)]
        return sorted(found, key=lambda mark: mark.limit.moment)

    @cached_property
    def _floors(self) -> dict[int, list[Mark]]:
        return {}

    def floors(self, number: int) -> list[Mark]:
        """Up to where what was done serves one of them no more."""
        if number not in self._floors:
            self._floors[number] = floors(self.label, self.marks[number])
        return self._floors[number]


def dates_in(label: str, scene: Scene) -> list[int]:
    """All dates that a version asks for, up to some years to come."""
    known = vars(scene).setdefault("dates", {})
    if label not in known:
        known[label] = list(asked_in(label, scene))
    return known[label]


def beside(form: Schedule, day: int, scene: Scene) -> tuple[int | None, int | None]:
    """The dates of the rhythm before and after one of its dates, "whether or not it is asked for then"."""
    recurrence = form.recurrence
    if recurrence.rhythm is Rhythm.ONCE:
        return None, None

    def next_one(step: int) -> int:
        other = day + step
        while not is_such_a_day(recurrence, other) or steps(recurrence, day, other, scene.week_start) % recurrence.every:
            other += step
        return other

    return next_one(-1), next_one(1)


def is_daily(form: Schedule) -> bool:
    """`every day by …`, which "takes only the entries of each date"."""
    return form.recurrence.rhythm is Rhythm.DAY and form.recurrence.every == 1


def floors(label: str, mark: Mark) -> list[Mark]:
    """The dates up to which what was done serves a deadline no more: the one before it, and what an earlier text asked for."""
    scene = mark.scene
    before = beside(mark.form, mark.day, scene)[0]
    found = [] if before is None else [Mark(scene, mark.form, before)]
    while (earlier := scene.before) is not None:
        said = sentence_in(earlier, label)
        if said is None or not asks_for_the_same(sentence_in(scene, label), scene, said, earlier):
            break
        scene = earlier
        found += [Mark(scene, said.form, day) for day in dates_in(label, scene)[-1:]]
    return found


def owed_from(label: str, day: int, scene: Scene) -> int:
    """From which date on something is due: where the tolerance of a date begins (R61); for a deadline, "from the first date in force on,
    and after the date before it".
    """
    form = sentence_in(scene, label).form
    if isinstance(form.tolerance, Exact):
        return scene.clock.date(scene.clock.instant(day, form.at) - form.tolerance.seconds)
    if not form.by:
        return begin_of(form, day, scene) if form.whole else add_days(day, form.tolerance, -1)
    mark, first = Mark(scene, form, day), scene.stretches[0][0]
    ends = [scene.clock.date(one.limit.moment + (one.limit.instant is not None)) for one in floors(label, mark)]
    earlier = scene
    while earlier.before is not None:
        said = sentence_in(earlier.before, label)
        if said is None or not asks_for_the_same(sentence_in(earlier, label), earlier, said, earlier.before):
            break
        earlier = earlier.before
        first = earlier.stretches[0][0]
    return min(day, max(first, day if is_daily(form) else 0, *ends, 0))


def on_deadline(label: str, day: int, scene: Scene, run: Run, subject: Subject) -> list[Outcome]:
    """R84: "every matching entry up to the end of that date"; R85: "What was done for one date serves no later one."

    R85: "The first entry after a deadline that was missed is late for it where it is nearer to it than to the next date".
    """
    sentence = sentence_in(scene, label)
    duty, grace = sentence.form.duty, sentence.modifiers.grace
    since = scene.clock.midnight(owed_from(label, day, scene))
    ended = replace(scene, left=run[-1].left)
    marks = run.marks
    place = next(number for number, mark in enumerate(marks) if mark.scene is scene and mark.day == day)
    deadline = marks[place].limit.with_grace(grace)
    if ended.left is not None and not deadline.passed(ended.judged_at):
        return []  # R37
    events = sorted(
        (event for event in ended.standing if matches(event, duty.selector, scene, subject, owed=True)), key=lambda event: event.rank
    )

    def fits(event: Event, number: int) -> bool:
        """Whether it came in the time of a deadline, its grace included."""
        mark = marks[number]
        own = mark.limit.with_grace(sentence_in(mark.scene, label).modifiers.grace)
        if is_daily(mark.form):
            return own.allows(event) and event.day >= mark.day
        return own.allows(event) and all(one.after(event) for one in run.floors(number))

    def before(number: int) -> int | None:
        """The deadline before one, where nothing lies between."""
        mark = marks[number]
        if is_daily(mark.form) or number == 0:
            return None
        return number - 1 if marks[number - 1].limit.moment >= max(one.limit.moment for one in run.floors(number)) else None

    def nearer(event: Event, number: int) -> bool:
        """Whether it came after a deadline, and nearer to it than to the next one: by dates, where the deadline has no time of day."""
        mark = marks[number]
        if not mark.form.by or not mark.after(event):
            return False
        if is_daily(mark.form):
            return event.day == mark.day
        after = beside(mark.form, mark.day, mark.scene)[1]
        following = None if after is None else Mark(mark.scene, mark.form, after)
        if after is None or after > mark.scene.stretches[-1][1]:
            following = next((one for one in marks[number + 1 :] if one.scene is not mark.scene), following)
        if following is None:
            return True
        if mark.form.at is None:
            return event.day - mark.day < following.day - event.day
        closes = following.limit.moment - (following.limit.instant is None)  # the last second of a date
        return event.start - mark.limit.moment < closes - event.start

    def settles(number: int, pair: Pair) -> list[Event]:
        """What kept a deadline for a pair or came late for it, in order."""
        return [one for one in of_pair(pair) if (fits(one, number) or nearer(one, number)) and not taken(number, one, pair)]

    def taken(number: int, event: Event, pair: Pair) -> bool:
        """Whether it is late for the deadline before."""
        earlier = before(number)
        late = earlier is not None and nearer(event, earlier) and settles(earlier, pair)[:1] == [event]
        return late and not over(earlier, event)

    def over(number: int, event: Event) -> bool:
        """Whether enough of them had done it before an event, in time or late: R85 speaks of the first one after a missed deadline."""
        if enough == len(names):
            return False  # each of them owes it apart
        had = 0
        for name in names:
            pairs, all_of_them = pairs_of(name)
            reached = [any(one.rank < event.rank for one in settles(number, pair)) for pair in pairs]
            had += all(reached) if all_of_them else any(reached)
        return had >= enough

    def of_pair(pair: Pair) -> list[Event]:
        one = Duty(duty.selector, None if pair[0] is None else Parties((pair[0],)), None if pair[1] is None else Parties((pair[1],)))
        return [event for event in events if account(one, [event], scene, subject, None).missing is None]

    def part_done(name: str | None) -> bool:
        pairs, all_of_them = pairs_of(name)
        done = [any(fits(one, place) and not taken(place, one, pair) for one in of_pair(pair)) for pair in pairs]
        return all(done) if all_of_them else any(done)

    def pairs_of(name: str | None) -> tuple[list[Pair], bool]:
        """Whom somebody must reach, and whether all of them."""
        told = told_by(name, duty, scene, subject, None)
        return ([(name, None)], True) if told is None else ([(name, whom) for whom in told[0]], told[1])

    def part_came(name: str | None) -> int | None:
        """When a person had done all that they owe for this deadline, in time or late for it."""
        told = told_by(name, duty, scene, subject, None)
        pairs = [(name, None)] if told is None else [(name, whom) for whom in told[0]]
        first = [next((one.start for one in settles(place, pair)), None) for pair in pairs]
        there = [one for one in first if one is not None]
        if told is None or told[1]:
            return max(there) if len(there) == len(first) else None
        return min(there, default=None)

    names, every = who_owes(duty, scene, subject, None)
    enough = how_many(duty, names, every)
    open_still = tuple(name for name in names if not part_done(name))
    kept = len(names) - len(open_still) >= enough
    missing = None if kept else tuple(name for name in open_still if name is not None) or scene.parties
    found = awaited(deadline, missing, (day, subject), ended, subject, date=day, since=since)
    came = [part_came(name) for name in names]
    there = [one for one in came if one is not None]
    for outcome in found:
        outcome.came = (max(there, default=None) if len(there) == len(came) else None) if every else min(there, default=None)
    return found


def slots(recurrence: Recurrence, first: int, last: int, scene: Scene, turn: tuple[int, Modifiers]) -> Iterator[int]:
    """The dates of a schedule in force, up to some years to come.

    "`every 2 weeks` counts from the first such date on which the sentence holds and keeps its turn across versions."
    """
    horizon = min(last, scene.clock.date(scene.as_of) + 366 * 13)
    begins = None
    for day in range(scene.clock.that_was(turn[0]), horizon + 1):  # R67: a text begins on a date that there was
        if is_such_a_day(recurrence, day):
            if begins is None and not dates_allow(turn[1], day):
                continue
            begins = day if begins is None else begins
            if day >= first and steps(recurrence, begins, day, scene.week_start) % recurrence.every == 0:
                yield day


def dates_allow(modifiers: Modifiers, day: int) -> bool:
    """Whether the dates that a sentence is tied to (not its weekdays and states) let it hold on a date."""
    only = [in_range(one, day) for one in modifiers.only if isinstance(one, DATED)]
    excepted = [in_range(one, day) for one in modifiers.excepted if isinstance(one, DATED)]
    return all(only) and not any(excepted)


@lru_cache(maxsize=100_000)
def is_such_a_day(recurrence: Recurrence, day: int) -> bool:
    """Whether a date is a Friday, a first Sunday, a day 31 (or the last day where there is none), a 14 February."""
    at = date.fromordinal(day)
    length = calendar.monthrange(at.year, at.month)[1]
    if recurrence.rhythm is Rhythm.DAY:
        return True
    if recurrence.rhythm is Rhythm.ONCE:
        return day == recurrence.date
    if recurrence.rhythm is Rhythm.WEEK:
        return at.weekday() in recurrence.weekdays
    if recurrence.rhythm is Rhythm.YEAR and at.month != recurrence.month:
        return False
    if recurrence.nth:
        on_weekday = [number for number in range(1, length + 1) if at.replace(day=number).weekday() in recurrence.weekdays]
        place = recurrence.nth - 1 if recurrence.nth > 0 else -1
        return at.day in on_weekday[place:][:1]
    wanted = length if recurrence.month_day == -1 else min(recurrence.month_day, length)
    return at.day == wanted


def steps(recurrence: Recurrence, first: int, day: int, week_start: int) -> int:
    """How many days, weeks, months or years lie between the first such day and another."""
    one, other = date.fromordinal(first), date.fromordinal(day)
    if recurrence.rhythm is Rhythm.DAY:
        return day - first
    if recurrence.rhythm is Rhythm.ONCE:
        return 0
    if recurrence.rhythm is Rhythm.WEEK:
        return (period_of(Period.WEEK, day, week_start)[0] - period_of(Period.WEEK, first, week_start)[0]) // 7
    if recurrence.rhythm is Rhythm.MONTH:
        return (other.year - one.year) * 12 + other.month - one.month
    return other.year - one.year
