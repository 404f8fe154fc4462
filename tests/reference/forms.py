"""One function for each sentence form: every verdict straight from the page, by looking at all entries again for each occasion.

Nothing here remembers anything between two occasions, but for the notices that earlier triggers used up.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace as changed
from msgspec.structs import replace as replace_model

from pactlang.model.agreement import (
    Ahead,
    Alternative,
    Between,
    ByClock,
    ByDateAsked,
    ByFilter,
    Cap,
    Cell,
    Condition,
    DateRange,
    DayFilter,
    Duty,
    EventTrigger,
    Gap,
    Interval,
    Matrix,
    Measure,
    Modifiers,
    NotFilter,
    Parties,
    Pause,
    PauseAfter,
    PersonWord,
    Precedence,
    Prohibition,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Selector,
    Sentence,
    Times,
    Trigger,
    Unit,
    Unless,
    UnlessEvent,
    WhileFilter,
    WhoWord,
    Window,
    Within,
    WithinDays,
    WithinHours,
    WithinLast,
)
from pactlang.model.calendar import Days, Duration, Exact, Period
from pactlang.model.vocabulary import CONFIRM, CONSENT, DISPUTE, LEAVE

from .clock import DAY, Clock, add_days, period_of
from .matching import (
    AFTER_SOMETHING,
    BY_A_PAUSE,
    DATED,
    about_this,
    account,
    applies_to,
    consent_serves,
    date_fits,
    in_days,
    in_range,
    matches,
    meant,
    owes_nobody,
    parts_of,
    pause_end,
    pauses,
    recent,
    same_word,
    speaks_of,
    state_holds_at,
    stopped_by,
    subjects,
    who_owes,
    windows_of,
)
from .nights import over_at, touched
from .portions import Bill, owed_of, settle
from .record import FAR, NOBODY_APART, Deadline, Event, Occasion, Outcome, Scene, Subject

UsedUp = dict[Subject, set[Event]]
Total = tuple[Decimal | int, Decimal | int]  # the event's own share of a period, and that of all events up to it


def on_event(event: Event, subject: Subject, broken: bool, scene: Scene) -> Outcome:
    """An outcome that speaks of one event: its date is the event's own.

    R39: "the party that `each party` speaks of; … for limits, everybody in the event's `by`; where nobody is named, all parties".
    """
    who = (subject.party,) if subject.party is not None else event.by or scene.parties
    status = "breach" if broken else "kept"
    return Outcome(status, event.day, who, event.start, key=(event.entry.order, subject), events=(event,))


# --- limits: cap, gap, prohibition, pause, matrix --------------------------------------------------------------


def limited(selector: Selector, unless: Unless | None, modifiers: Modifiers, scene: Scene, subject: Subject) -> list[Event]:
    """The events that a limit counts, in order: matching, in force, not taken out by `unless`, `only` or `except` (R19).

    "A cap counts all matching events of its period or window, those under earlier signed versions included."
    """
    return [event for event in scene.events if scene.counted(event) and speaks_of(event, selector, modifiers, unless, scene, subject)]


def everybody_met(scene: Scene) -> list[str]:
    """Everybody outside the agreement whom the log names, for `each person`."""
    return sorted({name for event in scene.events for name in event.with_})


def cap(form: Cap, modifiers: Modifiers, scene: Scene) -> list[Outcome]:
    """Cap: "an event takes the count (or the sum of hours or amounts) over the limit: one breach for each such event"."""
    found = []
    for subject in subjects(form, scene, everybody_met(scene)):
        events = limited(form.selector, form.unless, modifiers, scene, subject)
        for event in filter(scene.in_force, events):
            # R108: for dates and nights "it does not matter which came first".
            if form.measure.unit is Unit.PEOPLE:
                found.append(on_event(event, subject, one_too_many(form, event, events, scene), scene))
                continue
            so_far = events if form.measure.by_dates else [other for other in events if other.rank <= event.rank]
            shares = totals(form.measure, form.window, event, so_far, scene)
            broken = any(own > 0 and total > form.measure.limit for own, total in shares)
            found.append(on_event(event, subject, broken, scene))
    return found


def one_too_many(form: Cap, event: Event, events: list[Event], scene: Scene) -> bool:
    """R114: "somebody whom no event before it in the window was with, and then there are more of them than agreed"."""
    if isinstance(form.window, Period):
        first, last = period_of(form.window, event.day, scene.week_start)
    else:
        assert isinstance(form.window.length, Days)
        first, last = add_days(event.day, form.window.length, -1) + 1, event.day
    before = {
        name
        for other in events
        if other.rank < event.rank and first <= other.day <= last
        for name in other.with_ or other.supposed
        if name not in scene.parties
    }
    new = {name for name in event.with_ or event.supposed if name not in scene.parties} - before
    return bool(new) and len(before | new) > form.measure.limit


def totals(measure: Measure, window: Window, event: Event, so_far: list[Event], scene: Scene) -> list[Total]:
    """For each period or window that an event lies in: its own amount there, and the sum of all events up to it.

    "A sum breaks at each event whose own amount (in any one period) takes or keeps the total of the events up to it over the
    limit." "`in any 48 hours`: … (start(*e*) − 48 hours, start(*e*)]. `in any 14 days`: … dates in (date(*e*) − 14 days,
    date(*e*)]."
    """
    if measure.unit is Unit.HOURS:
        return hour_totals(window, event, so_far, scene)
    if isinstance(window, Between):
        # R150: "A settlement ends one and begins the next for all that comes after it in order".
        ends = [one.rank for one in renewals(window, scene)]
        inside = [other for other in so_far if not any(other.rank < end < event.rank for end in ends)]
        return [(1, len(inside))] if measure.unit is Unit.COUNT else [money(event, inside, measure, scene)]
    if measure.by_dates:
        return date_totals(measure, window, event, so_far, scene)
    if isinstance(window, Period):
        first, last = period_of(window, event.day, scene.week_start)
        inside = [other for other in so_far if first <= other.day <= last]
    elif isinstance(window.length, Exact):
        inside = [other for other in so_far if other.start > event.start - window.length.seconds]
    else:
        inside = [other for other in so_far if other.day > add_days(event.day, window.length, -1)]
    if measure.unit is Unit.COUNT:
        return [(1, len(inside))]
    return [money(event, inside, measure, scene)]


def money(event: Event, inside: Iterable[Event], measure: Measure, scene: Scene) -> Total:
    """The event's own amount, and the sum of all that counts with it."""
    return amount(event, measure, scene), sum(amount(other, measure, scene) for other in inside)


def renewals(window: Between, scene: Scene) -> list[Event]:
    """R150: "Only settlements in force count, by anyone, and `only` and `except` do not ask them"; under any text."""
    return [event for event in scene.events if scene.ever_in_force_at(event.start) and matches(event, window.selector, scene, NOBODY_APART)]


def amount(event: Event, measure: Measure, scene: Scene) -> Decimal:
    """R92: the event's `amount`, "for the sentences in its own currency alone"."""
    value = event.entry.fields.get("amount")
    unit = event.entry.fields.get("unit") or scene.unit_of(event) or measure.currency
    return value if isinstance(value, Decimal) and unit == measure.currency else Decimal(0)


def date_totals(measure: Measure, window: Window, event: Event, so_far: list[Event], scene: Scene) -> list[Total]:
    """R108: "A cap is broken by each event that touches a date or night that is one too many: with those before it in its period, or in the
    dates that end with it".
    """
    every = {day for other in so_far for day in touched(other, measure, scene)}
    found: list[Total] = []
    for day in touched(event, measure, scene):
        if isinstance(window, Period):
            first, _ = period_of(window, day, scene.week_start)
        else:
            assert isinstance(window.length, Days)
            first = add_days(day, window.length, -1) + 1
        found.append((1, sum(first <= other <= day for other in every)))
    return found


def hour_totals(window: Window, event: Event, so_far: list[Event], scene: Scene) -> list[Total]:
    """Page: "Hours count in the calendar period in which they fall; an event with no end has none." Rolling windows by R18."""

    def between(opens: int, closes: int) -> Total:
        shares = {other: max(0, min(other.finish, closes) - max(other.start, opens)) for other in so_far}
        return shares[event], sum(shares.values())

    if isinstance(window, Between):
        # R150: "of hours, those that fall into it".
        edges = sorted({-(10**12), 10**12, *(one.start for one in renewals(window, scene))})
        return [between(opens, closes) for opens, closes in itertools.pairwise(edges)]

    clock = scene.clock
    touched = [day for day in range(event.day, clock.date(event.finish) + 1) if event.finish > clock.midnight(day)]
    if isinstance(window, Period):
        bounds = {period_of(window, day, scene.week_start) for day in touched}
        return [between(clock.midnight(first), clock.end_of(last)) for first, last in bounds]
    if isinstance(window.length, Days):
        return [between(clock.end_of(add_days(day, window.length, -1)), clock.end_of(day)) for day in touched]
    # "the largest number of hours that any 48 hours ending within the event hold": where the window starts or ends with an event.
    length = window.length.seconds
    edges = {edge for other in so_far for instant in (other.start, other.finish) for edge in (instant, instant + length)}
    sums = [between(edge - length, edge)[1] for edge in edges if event.start <= edge <= event.finish]
    return [(event.finish - event.start, max(sums))]


def gap(form: Gap, modifiers: Modifiers, scene: Scene) -> list[Outcome]:
    """Gap: "from the latest end (start, where none is logged) of the matching events in force before it; in hours exactly, in
    days by dates (`at least 3 days between`: 1 May, then 4 May)".
    """
    found = []
    for subject in subjects(form, scene, everybody_met(scene)):
        events = limited(form.selector, form.unless, modifiers, scene, subject)
        for event in filter(scene.in_force, events):
            ends = [other.finish for other in events if other.rank < event.rank]
            if not ends:
                broken = False
            elif isinstance(form.length, Exact):
                broken = event.start < max(ends) + form.length.seconds
            else:
                broken = event.day < add_days(scene.clock.date(max(ends)), form.length)
            found.append(on_event(event, subject, broken, scene))
    return found


def prohibition(form: Prohibition, modifiers: Modifiers, scene: Scene) -> list[Outcome]:
    """Prohibition: "a matching event is logged" (`no encounter at home unless consent by Ben within the last 7 days`)."""
    found = []
    for event in filter(scene.in_force, scene.events):
        for subject in subjects(form, scene, event.with_):
            if speaks_of(event, form.selector, modifiers, None, scene, subject):
                outcome = on_event(event, subject, speaks_of(event, form.selector, modifiers, form.unless, scene, subject), scene)
                if isinstance(form.unless, UnlessEvent):
                    outcome.wanting_until = event.day
                found.append(outcome)
    return found


def prohibition_before(form: ProhibitionBefore, modifiers: Modifiers, scene: Scene) -> list[Outcome]:
    """R190: "broken by an event that starts before the later one and of which some part is less than that before its start";
    "certain when the later one starts"; "kept once the time is over".
    """
    found = []
    for event in filter(scene.in_force, scene.events):
        if not speaks_of(event, form.selector, modifiers, None, scene):
            continue
        close = [later for later in scene.events if still_judged(later, scene) and too_close(event, later, form, scene)]
        if close:
            who = held_against(event, close[0], form, scene)
            key = (event.entry.order, NOBODY_APART)
            found.append(Outcome("breach", event.day, who, close[0].start, key, (event, close[0]), since=event.start))
        elif free_after(event, form.length, scene) <= scene.as_of:
            found.append(on_event(event, NOBODY_APART, False, scene))
    return found


def still_judged(event: Event, scene: Scene | None) -> bool:
    """Whether this text or one that took over from it judges an event."""
    return scene is not None and (scene.in_force(event) or still_judged(event, scene.after))


def too_close(event: Event, later: Event, form: ProhibitionBefore, scene: Scene) -> bool:
    """R190: of the later one, by whom it has to be, and how close it is."""
    if later.entry is event.entry or not event.start < later.start:
        return False
    by = next((part.who for part in parts_of(form.later) if isinstance(part, ByFilter)), None)
    compared = by in (None, WhoWord.SAME_PARTY, WhoWord.THE_OTHERS)
    filters = tuple(part for part in form.later.filters if not (compared and isinstance(part, ByFilter)))
    what = form.later
    if not matches(later, Selector(what.noun, what.plural, what.alternatives, filters), scene):
        return False
    if compared and not held_against(event, later, form, scene, anyway=False):
        return False
    if isinstance(form.length, Exact):
        return later.start < event.finish + form.length.seconds
    return add_days(later.day, form.length, -1) <= last_date(event, scene)


def last_date(event: Event, scene: Scene) -> int:
    """The last date that an event touches; midnight sharp is the end of the date before."""
    return scene.clock.date(event.finish - 1) if event.finish > event.start else event.day


def held_against(event: Event, later: Event, form: ProhibitionBefore, scene: Scene, *, anyway: bool = True) -> tuple[str, ...]:
    """Those of whom the finding speaks: who did both, or where others did the later one, who did the first."""
    named = [part.who.names for part in parts_of(form.selector) if isinstance(part, ByFilter) and isinstance(part.who, Parties)]
    acting = tuple(party for party in scene.parties if party in event.by and all(party in names for names in named))
    by = next((part.who for part in parts_of(form.later) if isinstance(part, ByFilter)), None)
    if by in (None, WhoWord.SAME_PARTY):
        return tuple(party for party in acting if party in later.by)
    if by is WhoWord.THE_OTHERS and not anyway:
        return tuple(party for party in scene.parties if party in later.by and party not in acting)
    return acting or scene.parties


def free_after(event: Event, length: Duration, scene: Scene) -> int:
    """The instant from which nothing can be too close after an event any more."""
    if isinstance(length, Exact):
        return event.finish + length.seconds
    day = last_date(event, scene) + 1
    while add_days(day, length, -1) <= last_date(event, scene):
        day += 1
    return scene.clock.midnight(day)


def pause(sentence: Sentence, scene: Scene) -> list[Outcome]:
    """Pause: "an event starts while paused". R43: "one promise kept for each pause that is over and during which
    nothing was logged that it stops". R64: "No pause stops a test or its result, whatever it names."
    """
    form, modifiers = sentence.form, sentence.modifiers
    assert isinstance(form, Pause)
    standing = pauses(scene, sentence)
    stoppable = [
        event
        for event in scene.events
        if event.type not in ("test", "result")
        and not only_asked(event.type, scene)  # R82: "stopped by no pause"
        and scene.in_force(event)
        and speaks_of(event, form.selector, modifiers, None, scene)
    ]

    def stopped(event: Event, by: Iterable[Event]) -> bool:
        return any(stopped_by(one, sentence, event.start, scene) for one in by)

    broken = [on_event(event, NOBODY_APART, True, scene) for event in stoppable if stopped(event, standing)]
    kept = [
        on_event(one, NOBODY_APART, False, scene)
        for one in standing
        if not pause_goes_on(one, sentence, scene) and over(pause_end(one, sentence, scene), scene) and _respected(one, sentence, scene)
    ]
    return broken + kept


def _same_pause(sentence: Sentence, scene: Scene | None) -> Sentence | None:
    """The sentence of this name in the text before or after, if it lets people pause, too."""
    found = [one for one in scene.agreement.sentences if one.label == sentence.label] if scene is not None else []
    return found[0] if found and isinstance(found[0].form, Pause) and not found[0].not_applied else None


def pause_goes_on(one: Event, sentence: Sentence, scene: Scene) -> bool:
    """R43: "A pause with which a later text goes on is counted once, when it ends"."""
    same = _same_pause(sentence, scene.after)
    if same is None or scene.after is None:
        return False
    end = pause_end(one, sentence, scene)
    return end is None or end > scene.after.clock.midnight(scene.after.stretches[0][0])


def _respected(one: Event, sentence: Sentence, scene: Scene) -> bool:
    """Whether a pause that began in this text, or that this text goes on with, was made and nothing was logged that it stops, in either."""
    form = sentence.form
    assert isinstance(form, Pause)
    broken = any(
        stopped_by(one, sentence, event.start, scene)
        for event in scene.events
        if event.type not in ("test", "result")
        and not only_asked(event.type, scene)
        and scene.in_force(event)
        and speaks_of(event, form.selector, sentence.modifiers, None, scene)
    )
    if broken or one not in pauses(scene, sentence):
        return False
    if scene.in_force(one):
        return True
    same = _same_pause(sentence, scene.before)
    return same is not None and scene.before is not None and pause_goes_on(one, same, scene.before) and _respected(one, same, scene.before)


def over(end: int | None, scene: Scene) -> bool:
    """Whether a pause is over: it ended, or the version did; nothing is over in a text that has not begun."""
    begun = scene.clock.midnight(scene.stretches[0][0]) <= scene.as_of
    return (end is not None and end <= scene.as_of) or (begun and not scene.in_force_at(scene.as_of))


def matrix(table: Matrix, scene: Scene) -> list[Outcome]:
    """Matrix (rule 15): "For an event tagged with a listed activity, `no` in a cell of a party other than a sole actor
    forbids it; `ask` and `?` need a `consent by` that party within the last 7 days …, not withdrawn since."
    """
    consents = Selector(CONSENT, "consents", (Alternative(CONSENT),))
    found = []
    for event in filter(scene.in_force, scene.events):
        cells = [
            (party, cell)
            for row in table.rows
            if event.type == table.event and any(same_word(row.activity, tag) for tag in event.entry.tags)
            for party, cell in zip(table.parties, row.cells, strict=True)
        ]
        if not cells:
            continue
        others = [(party, cell) for party, cell in cells if event.by != (party,)]  # "nobody needs their own consent"
        forbidden = any(cell is Cell.NO for _, cell in others)
        asking = tuple(party for party, cell in others if cell in (Cell.ASK, Cell.OPEN))
        given = recent(consents, table.ask_within, event, scene, NOBODY_APART)
        consent = account(
            Duty(consents, Parties(asking)), given, scene, NOBODY_APART, Occasion.of_event(event), consent_serves(event, scene)
        )
        outcome = on_event(event, NOBODY_APART, forbidden or consent.missing is not None, scene)
        outcome.wanting_until = None if forbidden else event.day
        found.append(outcome)
    return found


# --- what must come before ------------------------------------------------------------------------------------


def precedence(form: Precedence, modifiers: Modifiers, scene: Scene, used_up: UsedUp) -> list[Outcome]:
    """Precedence: "the trigger comes without it".

    "Such an event serves one trigger: each trigger, in order of start, takes the oldest unused one that fits (`any notice …
    ahead` may serve many)." R24: "takes entries only where all of it is met; otherwise they stay free for the next trigger."
    """
    found = []
    for event in filter(scene.in_force, scene.events):
        for subject in subjects(form, scene, event.with_):
            occasion = Occasion.of_event(event)
            asks = triggered_by(form.trigger, event, modifiers, form.unless, scene, subject)
            if not asks or owes_nobody(form.duty, scene, subject, occasion):
                continue
            used = used_up.setdefault(subject, set())
            candidates = beforehand(form, event, scene, subject, used)
            given, since = consent_serves(event, scene), after_the_last(form, modifiers, event, scene, subject)

            def serves(entry: Event, person: str | None, given: Serves = given, since: Serves = since) -> bool:
                return given(entry, person) and since(entry, person)

            done = account(form.duty, candidates, scene, subject, occasion, serves)
            if done.missing is None and isinstance(form.lead, Ahead) and not form.lead.reusable:
                used.update(done.entries)
            outcome = on_event(event, subject, done.missing is not None, scene)
            outcome.wanting_until = latest_lead(form.lead, event, scene)
            found.append(outcome)
    return found


Serves = Callable[[Event, str | None], bool]


def after_the_last(form: Precedence, modifiers: Modifiers, event: Event, scene: Scene, subject: Subject) -> Serves:
    """R111: without a length, what serves "comes after the last such event before it that asked it of the same person".

    "Such events are those in force, under earlier texts too, of which the sentence asks something." With `any` "it does not matter
    how many lie between".
    """
    if not isinstance(form.lead, Ahead) or (form.lead.at_least, form.lead.at_most, form.lead.reusable) != (None, None, False):
        return lambda _entry, _person: True
    texts = [scene]
    while texts[-1].before is not None:
        texts.append(texts[-1].before)
    last: dict[str | None, int] = {}
    for other in scene.events:
        if other.start >= event.start or not any(text.in_force(other) for text in texts):
            continue
        told_apart = subject.person is None or subject.person in other.with_
        if told_apart and triggered_by(form.trigger, other, modifiers, form.unless, scene, subject):
            for person in who_owes(form.duty, scene, subject, Occasion.of_event(other))[0]:
                last[person] = max(other.start, last.get(person, other.start))
    return lambda entry, person: person not in last or entry.start > last[person]


def triggered_by(trigger: EventTrigger, event: Event, modifiers: Modifiers, unless: Unless | None, scene: Scene, subject: Subject) -> bool:
    """Whether an event sets a sentence going. R14: "`the first encounter …`: the first in the whole log for that party and
    person".
    """
    if not speaks_of(event, trigger.selector, modifiers, unless, scene, subject):
        return False
    earlier = (other for other in scene.events if other.rank < event.rank)
    anyway = Modifiers()
    return not (trigger.first and any(speaks_of(other, trigger.selector, anyway, None, scene, subject) for other in earlier))


def beforehand(form: Precedence, event: Event, scene: Scene, subject: Subject, used: set[Event]) -> list[Event]:
    """The entries that could be what had to come before an event."""
    people = None if subject.person is None else (subject.person,)
    if isinstance(form.lead, WithinLast):
        return recent(form.duty.selector, form.lead.length, event, scene, subject, people)
    occasion = Occasion.of_event(event)
    return [
        entry
        for entry in scene.events
        if ahead_enough(entry, form.lead, event, scene)
        and matches(entry, form.duty.selector, scene, subject, occasion, owed=True)
        and about_this(entry, event, scene, people)
        and (form.lead.reusable or entry not in used)
    ]


def ahead_enough(entry: Event, lead: Ahead, event: Event, scene: Scene) -> bool:
    """Page: "`at least 48 hours ahead`: at or before start − 48 hours; `at least 2 days ahead`: on or before that date − 2;
    `and at most 14 days ahead`: not before date − 14."
    """
    if entry == event or entry.start > event.start:
        return False
    if isinstance(lead.at_least, ByClock) and entry.start > clock_before(lead.at_least, event, scene):
        return False
    if isinstance(lead.at_least, Exact) and entry.start > event.start - lead.at_least.seconds:
        return False
    if isinstance(lead.at_least, Days) and entry.day > add_days(event.day, lead.at_least, -1):
        return False
    if isinstance(lead.at_most, Exact) and entry.start < event.start - lead.at_most.seconds:
        return False
    return not (isinstance(lead.at_most, Days) and entry.day < add_days(event.day, lead.at_most, -1))


def clock_before(lead: ByClock, event: Event, scene: Scene) -> int:
    """R200: "that clock time of the date on which the first thing starts, or of the date before". "A date that the zone skipped is none:
    the one before it is the day before."
    """
    day = event.day
    if lead.days_later == -1:
        day -= 1
        while scene.clock.that_was(day) != day:
            day -= 1
    return scene.clock.instant(day, lead.second)


def latest_lead(lead: Ahead | WithinLast, event: Event, scene: Scene) -> int:
    """The last date on which what must come before could have come."""
    if isinstance(lead, Ahead) and isinstance(lead.at_least, Exact):
        return scene.clock.date(event.start - lead.at_least.seconds)
    if isinstance(lead, Ahead) and isinstance(lead.at_least, Days):
        return add_days(event.day, lead.at_least, -1)
    if isinstance(lead, Ahead) and isinstance(lead.at_least, ByClock):
        return scene.clock.date(min(event.start, clock_before(lead.at_least, event, scene)))
    return event.day


# --- what must come after -------------------------------------------------------------------------------------


def occasions(
    trigger: Trigger, form: object, modifiers: Modifiers, scene: Scene, breaches: list[Outcome], unless: Unless | None = None
) -> list[tuple[Occasion, Subject]]:
    """What sets a sentence going: each matching event in force, or each breach that the checker recorded while it was in force.

    R10: "A trigger `by each party` holds for each party who had part in the event."
    """
    if trigger.times is not None:
        return counted_up(trigger, trigger.times, form, modifiers, scene, breaches)
    found = []
    if isinstance(trigger, EventTrigger):
        for event in scene.events:
            # R68: what follows leaving is asked for after the end.
            if not scene.in_force(event) and event != scene.left:
                continue
            for subject in subjects(form, scene, event.with_):
                if triggered_by(trigger, event, modifiers, unless, scene, subject):
                    found.append((Occasion.of_event(event), subject))
    else:
        for breach in breaches:
            occasion = recorded(breach, scene)
            named = breach.status == "breach" and (trigger.of is None or breach.clause in (trigger.of, *trigger.others))
            if scene.in_force_at(occasion.start) and named and applies_to(modifiers, occasion, scene):
                found += [(occasion, subject) for subject in subjects(form, scene, occasion.with_)]
    return found


def counted_up(
    trigger: Trigger, times: Times, form: object, modifiers: Modifiers, scene: Scene, breaches: list[Outcome]
) -> list[tuple[Occasion, Subject]]:
    """R160: "`after N … in any LENGTH` follows the event with which N have started on the dates that end with its own …; those N are used
    up, and the next one counts as 1." "An event or breach of which it is not known whether it counts": both are tried.
    """
    things: dict[Subject, list[Occasion]] = {}
    if isinstance(trigger, EventTrigger):
        for event in sorted(filter(scene.counted, scene.events), key=lambda one: one.rank):
            for subject in subjects(form, scene, event.with_):
                if speaks_of(event, trigger.selector, modifiers, None, scene, subject):
                    things.setdefault(subject, []).append(Occasion.of_event(event))
    else:
        for breach in sorted(breaches, key=lambda one: (one.at, one.id)):
            occasion = replace(recorded(breach, scene), sure=breach.status == "breach" and not contested(breach, scene))
            named = trigger.of is None or breach.clause in (trigger.of, *trigger.others)
            if named and scene.counted_at(occasion.start) and applies_to(modifiers, occasion, scene):
                for subject in subjects(form, scene, ()):
                    if trigger.by is not WhoWord.EACH_PARTY:
                        things.setdefault(subject, []).append(occasion)
                    elif subject.party in breach.who:  # "a breach counts for each party that it names"
                        known = occasion.sure and subject.party not in breach.perhaps
                        things.setdefault(subject, []).append(replace(occasion, by=(subject.party,), sure=known))
    found = []
    for subject, each in things.items():
        doubted = [one for one in each if not one.sure]
        worlds = []
        for counting in itertools.product((True, False), repeat=len(doubted)):
            out = [one for one, counts in zip(doubted, counting, strict=True) if not counts]
            worlds.append(makes_it_so_many([one for one in each if one not in out], times, scene))
        for occasion in each:
            in_how_many = sum(occasion in world for world in worlds)
            here = scene.in_force_at(occasion.start)
            if in_how_many and here:
                found.append((replace(occasion, sure=in_how_many == len(worlds)), subject))
    return found


def makes_it_so_many(counted: list[Occasion], times: Times, scene: Scene) -> list[Occasion]:
    """Those with which there are so many, one after the other; each time those counted are used up."""
    found = []
    kept: list[Occasion] = []
    for one in counted:
        day = day_of(one, scene)
        kept = [other for other in kept if add_days(day, times.window, -1) < day_of(other, scene)] + [one]
        if len(kept) == times.count:
            found.append(one)
            kept = []
    return found


def day_of(occasion: Occasion, scene: Scene) -> int:
    """The local date on which it starts."""
    return occasion.event.day if occasion.event is not None and not occasion.is_breach else scene.clock.date(occasion.start)


def contested(breach: Outcome, scene: Scene) -> bool:
    """Whether somebody disputes an entry that a breach rests on, and has not confirmed it since."""
    named = [event.id for event in breach.events if event.id is not None]
    open_: set[tuple[str | None, str]] = set()
    for event in scene.events:
        if event.about in named and event.type in (DISPUTE, CONFIRM):
            for party in event.by:
                (open_.add if event.type == DISPUTE else open_.discard)((event.about, party))
    return bool(open_)


def recorded(breach: Outcome, scene: Scene) -> Occasion:
    """A breach as an event: recorded "at the moment a breach becomes certain". "Its clock starts at the breach or, where the
    entry that made it certain was noted later, when it was noted".
    """
    first = breach.events[0] if breach.events else None
    noted = first.entry.noted if first is not None else None
    moment = breach.at
    if noted is not None:
        moment = max(moment, scene.clock.instant(noted.day, noted.second or 0, noted.offset))
    # A sentence that holds for each person on their own is broken with one of them, whoever else was there.
    person = next((part.person for part in breach.key if isinstance(part, Subject)), None)
    with_ = tuple(person.split()) if person else first.with_ if first is not None else ()
    return Occasion(breach.at, moment, breach.who, with_, first, breach_id=breach.id)


def place_of(occasion: Occasion) -> tuple[object, ...]:
    """What tells an occasion from others: the entry, or the breach by its id."""
    return (occasion.breach_id,) if occasion.event is None or occasion.is_breach else (occasion.event.entry.order,)


def response(form: Response, modifiers: Modifiers, scene: Scene, breaches: list[Outcome]) -> list[Outcome]:
    """Response: "the deadline passes with no response: one for each trigger".

    "A response that starts at or after the trigger's start and by the deadline (and grace) keeps the sentence, unless it is
    `about` another entry. One response may answer several triggers …. A response that lacks a `covering` item does not keep
    it …."
    """
    if form.portion is not None:
        return portion(form, modifiers, scene, breaches)
    found = []
    for occasion, subject in occasions(form.trigger, form, modifiers, scene, breaches, form.unless):
        deadline = deadline_after(form, modifiers, occasion, scene)
        begins = None if form.no_sooner is None else Deadline.after(scene.clock, occasion.moment, form.no_sooner)
        untold = untold_of(form, deadline, occasion, subject, scene)
        if untold is not None:
            found += untold
            continue
        answers = [
            entry
            for entry in (scene.events if closing(occasion) else scene.standing)
            if matches(entry, form.duty.selector, scene, subject, occasion, owed=True)
            and answers_to(entry, occasion, deadline, scene)
            and not (begins is not None and too_early(entry, begins))
        ]
        answers = [told for entry in answers if (told := as_far_as_told(entry, modifiers)) is not None]
        done = account(form.duty, answers, scene, subject, occasion)
        key = (*place_of(occasion), subject)
        events = () if occasion.event is None else (occasion.event,)
        after = replace(scene, left=None) if closing(occasion) else scene
        own = perhaps(occasion, awaited(deadline, done.missing, key, after, subject, events, since=occasion.start))
        for outcome in own:
            outcome.came = came_late(form, modifiers, scene, subject, occasion, begins) if outcome.status == "breach" else None
        found += own
    return found


def deadline_after(form: Response, modifiers: Modifiers, occasion: Occasion, scene: Scene) -> Deadline:
    """Until when something is owed after an occasion; the occasion's own date where it names none."""
    if isinstance(form.deadline, ByDateAsked):
        if not asks_for_a_date(occasion, scene):
            return Deadline(scene.clock, day=scene.clock.date(occasion.start))
        strict = Deadline(scene.clock, day=scene.clock.date(scene.clock.end_of(occasion.event.entry.until) - 1))
    elif isinstance(form.deadline, ByClock):
        day = scene.clock.date(occasion.moment) + form.deadline.days_later
        strict = Deadline(scene.clock, instant=scene.clock.instant(day, form.deadline.second))
    elif isinstance(form.deadline, WithinDays):
        strict = Deadline(scene.clock, day=nth_day(form.deadline, scene.clock.date(occasion.moment), scene))
    elif isinstance(form.deadline, WithinHours):
        strict = Deadline(scene.clock, instant=hours_later(form.deadline, occasion.moment, scene.clock))
    else:
        strict = Deadline.after(scene.clock, occasion.moment, form.deadline.length)
    return strict.with_grace(modifiers.grace)


def untold_of(form: Response, deadline: Deadline, occasion: Occasion, subject: Subject, scene: Scene) -> list[Outcome] | None:
    """What is said of an occasion of which nobody can tell who owes something, or until when; nothing is, if nobody owes it."""
    unknown = Outcome(
        "unknown",
        deadline.date,
        scene.parties,
        occasion.start,
        (*place_of(occasion), subject),
        (occasion.event,) if occasion.event is not None else (),
    )
    if owes_nobody(form.duty, scene, subject, occasion):
        # "What the same party owes after an entry that does not say by whom is `unknown`"; R120: so it is where it names nobody
        # after `to` and each who was addressed owes it.
        addressed_nobody = form.duty.by is WhoWord.ADDRESSED and occasion.event is not None and not occasion.event.to
        return [unknown] if addressed_nobody or (not occasion.by and not occasion.is_breach) else []
    if isinstance(form.deadline, ByDateAsked) and not asks_for_a_date(occasion, scene):
        # R180: "one that names no date, or one that was over when it began, leaves open until when it is owed".
        return [unknown]
    return None


def portion(form: Response, modifiers: Modifiers, scene: Scene, breaches: list[Outcome]) -> list[Outcome]:
    """R182: each trigger asks for a part of its amount, "in one payment or several, each of which serves one bill, or several in turn"."""
    bills: list[Bill] = []
    found: list[Outcome] = []
    for place, (occasion, subject) in enumerate(occasions(form.trigger, form, modifiers, scene, breaches, form.unless)):
        owed = owed_of(form, occasion)
        if owed is not None and owed <= 0:
            continue
        deadline = deadline_after(form, modifiers, occasion, scene)
        untold = untold_of(form, deadline, occasion, subject, scene)
        begins = None if form.no_sooner is None else Deadline.after(scene.clock, occasion.moment, form.no_sooner)
        if untold is None:
            bills.append(Bill(occasion, subject, deadline, begins, owed, place))
        else:
            found += untold

    def serves(entry: Event, bill: Bill) -> bool:
        standing = entry in (scene.events if closing(bill.occasion) else scene.standing)
        early = bill.begins is not None and too_early(entry, bill.begins)
        return standing and not early and answers_to(entry, bill.occasion, bill.deadline, scene)

    settle(form, bills, scene, serves)
    for bill in bills:
        standing = bill.standing.values()
        wanting = [group for group, done in bill.standing.items() if not done]
        late = [group for group, done in bill.standing.items() if done is False]
        key, after = (*place_of(bill.occasion), bill.subject), replace(scene, left=None) if closing(bill.occasion) else scene
        events = (bill.occasion.event,)
        missing = None if all(standing) else names_in(wanting, scene)
        for one in awaited(bill.deadline, missing, key, after, bill.subject, events, since=bill.occasion.start):
            if one.status == "breach" and late and bill.owed is not None:
                one = replace(one, who=names_in(late, scene))
            sure = bill.owed is not None and (one.status != "breach" or bool(late))
            found += perhaps(replace(bill.occasion, sure=bill.occasion.sure and sure), [one])
    return found


def names_in(groups: list[tuple[str | None, ...]], scene: Scene) -> tuple[str, ...]:
    """Whom these groups name; all parties, if anybody may do it."""
    return tuple(name for group in groups for name in group if name is not None) or scene.parties


def asks_for_a_date(occasion: Occasion, scene: Scene) -> bool:
    """R180: whether an entry says until when, and that was not over when it began."""
    until = occasion.event.entry.until
    return until is not None and until >= scene.clock.date(occasion.start)


def came_late(
    form: Response, modifiers: Modifiers, scene: Scene, subject: Subject, occasion: Occasion, begins: Deadline | None
) -> int | None:
    """When all was there that was owed, however late: R170, "of several who owed it, from all"."""
    by_date = Deadline.after(scene.clock, occasion.moment, form.deadline.length).day if isinstance(form.deadline, Within) else None
    ever = (
        Deadline(scene.clock, day=FAR)
        if by_date is not None or isinstance(form.deadline, ByDateAsked)
        else Deadline(scene.clock, instant=FAR * DAY)
    )
    answers = [
        told
        for entry in scene.standing
        if matches(entry, form.duty.selector, scene, subject, occasion, owed=True)
        and answers_to(entry, occasion, ever, scene)
        and not (begins is not None and too_early(entry, begins))
        and (told := as_far_as_told(entry, modifiers)) is not None
    ]
    answers.sort(key=lambda entry: entry.rank)
    for number, entry in enumerate(answers, 1):
        if account(form.duty, answers[:number], scene, subject, occasion).missing is None:
            return entry.start
    return None


def perhaps(occasion: Occasion, outcomes: list[Outcome]) -> list[Outcome]:
    """R160: "a verdict is given where it is the same either way": kept is kept, and what else follows what may be nothing is unknown."""
    if occasion.sure:
        return outcomes
    return [replace(one, status="unknown") for one in outcomes if one.status != "kept"]


def as_far_as_told(entry: Event, modifiers: Modifiers) -> Event | None:
    """R131: "What somebody keeps private is not asked of them. Of several who made an entry each is asked apart; one
    that names nobody is asked for nothing that anybody keeps private."
    """

    def told(names: tuple[str, ...]) -> bool:
        free = [
            item
            for one in modifiers.untold
            for item in one.items
            if one.who is None or not names or any(name in one.who.names for name in names)
        ]
        asked = [item for item in modifiers.covering if not any(same_word(item, kept) for kept in free)]
        return all(any(same_word(item, said) for said in entry.entry.covering) for item in asked)

    if not entry.done_for:
        return entry if told(()) else None
    full = tuple(name for name in entry.done_for if told((name,)))
    if full in ((), entry.done_for):
        return entry if full else None
    given = entry.entry
    return replace(entry, entry=changed(given, instead_of=full) if given.instead_of else changed(given, by=full))


def closing(occasion: Occasion) -> bool:
    """Whether it is that somebody left."""
    return occasion.event is not None and not occasion.is_breach and occasion.event.type == LEAVE


def answers_to(entry: Event, occasion: Occasion, deadline: Deadline, scene: Scene) -> bool:
    """Whether an entry comes at or after the trigger's start and by the deadline, and is about no other entry.

    R65: what follows a breach may be `about` the entry that the breach speaks of first, or about the breach by its id.

    R22: "An entry never answers itself." R34: "With a day-long limit, an entry without a time on the trigger's own date counts as
    after it …. With a limit in hours that order is asked for, unless the entry is `about` the trigger."
    """
    event = occasion.event
    about_it = entry.about is not None and entry.about in (event.id if event is not None else None, occasion.breach_id or None)
    if entry == event or (entry.about is not None and not about_it) or not deadline.allows(entry):
        return False
    untimed = not entry.timed or (event is not None and not event.timed)
    same_date = entry.day == scene.clock.date(occasion.start)
    return entry.start >= occasion.start or (untimed and same_date and (deadline.day is not None or about_it))


def too_early(entry: Event, begins: Deadline) -> bool:
    """R112: "Hours are exact, and their last instant counts; for days, weeks and months it counts from the midnight that begins that
    date."
    """
    return entry.day < begins.day if begins.day is not None else entry.start < begins.moment


def awaited(
    deadline: Deadline,
    missing: tuple[str, ...] | None,
    key: tuple[object, ...],
    scene: Scene,
    subject: Subject,
    events: tuple[Event, ...] = (),
    date: int | None = None,
    since: int | None = None,
) -> list[Outcome]:
    """The outcome of something that had to come by a deadline: "Until the deadline and its grace are past … the finding is
    `due`."

    R37, after `leave`: "what was still open then is no longer owed and is not judged".
    """
    if missing is None:
        status = "kept"
    elif deadline.passed(scene.judged_at):
        status = "breach"
    elif scene.left is not None:
        return []
    else:
        status = "due"
    who = missing or ((subject.party,) if subject.party is not None else scene.parties)
    day = deadline.date if date is None else date
    return [Outcome(status, day, who, deadline.moment, key, events, waits=True, wanting_until=deadline.date, since=since)]


def pausing(form: PauseAfter, modifiers: Modifiers, scene: Scene, breaches: list[Outcome]) -> list[Occasion]:
    """What a pause follows; where it was noted after the end, there is nothing left to pause."""
    return [one for one, _ in occasions(form.trigger, form, modifiers, scene, breaches) if scene.in_force_at(one.moment)]


def end_of_pause(form: PauseAfter, occasion: Occasion, scene: Scene) -> int:
    """From which instant on it stops nothing any more."""
    if isinstance(form.length, Exact):
        return occasion.moment + form.length.seconds
    return scene.clock.end_of(add_days(scene.clock.date(occasion.moment), form.length))


def paused_after(form: PauseAfter, modifiers: Modifiers, scene: Scene, breaches: list[Outcome]) -> list[tuple[int, int]]:
    """When it lifts what is asked for. R82: "what is owed by the moment at which it begins stays owed"."""
    return [(one.moment + 1, end_of_pause(form, one, scene)) for one in pausing(form, modifiers, scene, breaches)]


def pause_after(form: PauseAfter, modifiers: Modifiers, scene: Scene, breaches: list[Outcome]) -> list[Outcome]:
    """Follow-up as a pause. R32: "`encounters pause for 14 days` stops from the trigger's moment until the end of its date +
    14.
    """
    starting = pausing(form, modifiers, scene, breaches)
    stoppable = [
        event
        for event in scene.events
        if event.type not in ("test", "result")
        and not only_asked(event.type, scene)  # R82
        and scene.in_force(event)
        and speaks_of(event, form.selector, modifiers, None, scene)  # R54: "out of limits, triggers and pauses by its own start"
    ]

    def end_of(occasion: Occasion) -> int:
        return end_of_pause(form, occasion, scene)

    def stops(occasion: Occasion, event: Event) -> bool:
        return event != occasion.event and occasion.moment <= event.start < end_of(occasion)

    found = []
    for event in stoppable:
        stopping = [one for one in starting if stops(one, event)]
        if stopping:
            outcome = on_event(event, NOBODY_APART, True, scene)
            found.append(outcome if any(one.sure for one in stopping) else replace(outcome, status="unknown"))
    for occasion in starting:
        if occasion.sure and over(end_of(occasion), scene) and not any(stops(occasion, event) for event in stoppable):
            events = () if occasion.event is None else (occasion.event,)
            key = ("kept", *place_of(occasion))
            day = scene.clock.date(occasion.moment)
            found.append(Outcome("kept", day, occasion.by or scene.parties, occasion.moment, key, events))
    return found


# --- what must come again and again ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Point:
    """Where a stretch is measured from: an instant and its local date."""

    instant: int
    day: int
    order: int | None = field(default=None, compare=False)  # the entry's place in the log

    @classmethod
    def of(cls, event: Event) -> Point:
        return cls(event.start, event.day, event.entry.order)


@dataclass(frozen=True)
class Stretch:
    """From one event to the next one, or to no other yet."""

    start: Point
    end: int | None
    deadline: Deadline
    in_time: bool
    cut_off: bool = False  # by the end of the version, before its deadline


def apart(duty: Duty, scene: Scene, subject: Subject, occasion: Occasion | None = None) -> list[tuple[tuple[str, ...], Duty]]:
    """R11: "In an interval, `everyone` and `Ana and Ben` ask it of each person on their own: each has their own stretches."

    Who owes each of the duties, and the duty.
    """
    owing = meant(duty.by, scene, subject, occasion)
    if owing is None:
        return [(scene.parties, duty)]
    if not owing[1]:
        return [(owing[0], duty)]
    return [((name,), Duty(duty.selector, Parties((name,)), duty.to)) for name in owing[0]]


def together(found: list[tuple[tuple[str, ...], Stretch]], scene: Scene, subject: Subject) -> list[Outcome]:
    """R11: "where those of several are the same (they started together and ended together, or are both still open), one finding
    names them all."
    """
    outcomes = []
    for stretch in dict.fromkeys(stretch for _, stretch in found):
        names = {name for owing, other in found if other == stretch for name in owing}
        missing = tuple(party for party in scene.parties if party in names)
        key = (stretch.start.order, stretch.start.day, missing, subject)
        for outcome in awaited(stretch.deadline, None if stretch.in_time else missing, key, scene, subject, since=stretch.start.instant):
            outcome.stretch = (stretch.start.instant, stretch.end)
            outcome.came = stretch.end
            outcome.place = scene.parties.index(subject.party) if subject.party in scene.parties else 0
            outcomes.append(outcome)
    return outcomes


def asks_the_same(sentence: Sentence, _: Scene, earlier: Sentence, __: Scene) -> bool:
    """Whether two sentences of one name ask the same of the same people, however often; a wish and a promise are two (R90)."""
    if not isinstance(sentence.form, Interval) or not isinstance(earlier.form, Interval):
        return False
    return sentence.form.duty == earlier.form.duty and sentence.modifiers.wish == earlier.modifiers.wish


def interval(label: str, scene: Scene, earlier: list[Scene]) -> list[Outcome]:
    """Interval: "a stretch longer than that passes without one: one for each stretch".

    "Measured from the last event before the start in force where its time reaches to the start or later, else from the start." R70: "A
    stretch that was broken under an earlier version goes on as the same finding, until the event that ends it."
    """
    outcomes = []
    sentence = sentence_in(scene, label)
    for number, _ in enumerate(asked_spans(sentence.modifiers, scene)):
        for subject in subjects(sentence.form, scene, everybody_met(scene)):
            found: list[tuple[tuple[str, ...], Stretch]] = []
            if owes_nobody(sentence.form.duty, scene, subject, None):
                continue
            for owing, duty in apart(sentence.form.duty, scene, subject):
                own = in_span(number, label, scene, earlier, duty, subject)
                found += [(owing, one) for one in own or [] if not one.cut_off]
            outcomes += together(found, scene, subject)
    return outcomes


def in_span(number: int, label: str, scene: Scene, earlier: list[Scene], duty: Duty, subject: Subject) -> list[Stretch] | None:
    """The stretches of one span of a sentence; nothing (None) where all of it is part of one that was broken in an earlier version."""
    sentence = sentence_in(scene, label)
    every, spans, grace = sentence.form.every, asked_spans(sentence.modifiers, scene), sentence.modifiers.grace
    begin, end = spans[number]
    here = Point(begin, scene.clock.date(begin))
    matching = done_events(duty, scene.standing, scene, subject)
    inside = [event for event in matching if scene.in_force(event) and begin <= event.start < end]
    ongoing = last_before(begin, label, earlier, duty, subject) if number == 0 and earlier else "nothing"
    if ongoing == "broken":
        if not inside:
            return None
        start, inside = Point.of(inside[0]), inside[1:]
    elif isinstance(ongoing, Point):
        start = ongoing if reaches(ongoing, every, grace, here, scene) else here
    else:
        # "What was done in time left out puts off a stretch that reaches over it, and makes nothing due sooner."
        first = first_date_of(sentence.modifiers, scene)
        before = [event for event in matching if event.start < begin]
        asked = [one for one in before if one.start < first or any(lo <= one.start < hi for lo, hi in spans)]
        start = Point.of(before[-1]) if asked and reaches(Point.of(asked[-1]), every, None, here, scene) else here
    if begin > scene.as_of and (start is here or not isinstance(ongoing, Point)):
        return []  # nothing is asked before it begins, but for what goes on
    last = scene.clock.date(end - 1)
    following_version = goes_on(end, label, scene)
    own = stretches(start, inside, every, sentence.modifiers, scene, last, end, goes_on=following_version)
    if own and own[-1].end is None and not own[-1].in_time and not own[-1].cut_off and end <= scene.as_of and following_version:
        until = goes_on_until(end, label, scene)  # what comes after that is not in force for it
        following = [event.start for event in done_events(duty, scene.events, scene, subject) if end <= event.start < until]
        own[-1] = replace(own[-1], end=min(following, default=None))
    return own


def first_date_of(modifiers: Modifiers, scene: Scene) -> int:
    """The instant of the first date of which a sentence speaks: of its text, or of `only from`."""
    firsts = [one.first for one in modifiers.only if isinstance(one, DateRange) and one.first is not None]
    return max(map(scene.clock.midnight, [*firsts, *(first for first, _ in scene.stretches[:1])]), default=0)


def last_before(instant: int, label: str, earlier: list[Scene], duty: Duty, subject: Subject) -> Point | str:
    """What goes on from the version before, which ended at an instant: a stretch that was "broken" and that nothing had ended by then, or
    where one began that was still open; "nothing" where the sentence did not hold up to that instant.
    """
    scene = earlier[0]
    spans = asked_spans(sentence_in(scene, label).modifiers, scene)
    if not spans or not meet(spans[-1][1], scene, instant, scene.after):
        return "nothing"
    own = in_span(len(spans) - 1, label, scene, earlier[1:], duty, subject)
    if own is None:
        return "broken"
    if not own:
        return "nothing"
    if own[-1].cut_off:
        return own[-1].start
    return "broken" if not own[-1].in_time and (own[-1].end is None or own[-1].end >= instant) else "nothing"


def goes_on(instant: int, label: str, scene: Scene) -> bool:
    """Whether the same sentence holds from an instant on in the version that takes over."""
    later = sentence_in(scene.after, label) if scene.after is not None else None
    if later is None or not asks_the_same(later, scene, sentence_in(scene, label), scene):
        return False
    spans = asked_spans(later.modifiers, scene.after)
    return bool(spans) and meet(instant, scene, spans[0][0], scene.after)


def goes_on_until(instant: int, label: str, scene: Scene) -> int:
    """The instant up to which a sentence that goes on at an instant holds without a break in the versions that follow."""
    spans = asked_spans(sentence_in(scene.after, label).modifiers, scene.after)
    end = spans[0][1]
    return goes_on_until(end, label, scene.after) if len(spans) == 1 and goes_on(end, label, scene.after) else end


def meet(end: int, scene: Scene, begin: int, later: Scene) -> bool:
    """Whether a span of the next version begins where one of this version ends: at one instant, or at the midnight of each one's zone."""
    day = later.clock.date(begin)
    return end == begin or (end, begin) == (scene.clock.midnight(day), later.clock.midnight(day))


def reaches(since: Point, every: Duration, grace: Duration | None, start: Point, scene: Scene) -> bool:
    """Whether the time of an event, or of a stretch that goes on, "reaches to the start or later"."""
    deadline = deadline_of(since, every, grace, scene)
    return deadline.day >= start.day if deadline.day is not None else deadline.moment >= start.instant


def deadline_of(since: Point, every: Duration, grace: Duration | None, scene: Scene) -> Deadline:
    """Up to when a stretch may last."""
    if isinstance(every, Exact):
        return Deadline(scene.clock, instant=since.instant + every.seconds).with_grace(grace)
    return Deadline(scene.clock, day=scene.clock.that_was(add_days(since.day, every))).with_grace(grace)


def asked_spans(modifiers: Modifiers, scene: Scene) -> list[tuple[int, int]]:
    """From which instant to which a sentence asks something: in force, and with its conditions holding (days of the week left out).

    Conditions can change at midnight, at an event that starts or ends a state, and where a state has lasted its time.
    """
    clock = scene.clock
    far = clock.date(scene.as_of) + 800  # nothing changes after the last entry but what lasts a while
    if not modifiers.only and not modifiers.excepted:
        return [(clock.midnight(first), clock.end_of(last)) for first, last in scene.stretches]
    spans: list[tuple[int, int]] = []
    for first, last in scene.stretches:
        edges = {clock.midnight(day) for day in range(first, min(last, far) + 1)}
        edges |= {event.start for event in scene.events if first <= event.day <= last}
        said = [length for state in scene.agreement.states for length in (state.lasts, state.least)]
        lengths = [length.seconds for length in said if isinstance(length, Exact)]
        lengths += [one.form.at_most.seconds for one in scene.agreement.sentences if isinstance(getattr(one.form, "at_most", None), Exact)]
        edges |= {event.start + length for event in scene.events for length in lengths}
        edges |= {instant for pauses in scene.paused_after.values() for pause in pauses for instant in pause}
        within = sorted(edge for edge in edges if clock.midnight(first) <= edge < clock.end_of(last))
        if not within:
            continue  # in force on a date alone that the zone skipped
        for edge, following in zip(within, [*within[1:], clock.end_of(last)], strict=True):
            if not condition_at(modifiers, edge, scene):
                continue
            if spans and spans[-1][1] == edge:
                spans[-1] = (spans[-1][0], following)
            else:
                spans.append((edge, following))
    return spans


def nth_day(limit: WithinDays, day: int, scene: Scene) -> int:
    """R98: "`within N NAME` counts the dates after the one on which the clock starts, and not one that the zone skipped"; where too few
    "lie within the 4,000 dates after, the last of these 4,000 is the end".
    """
    after = range(day + 1, day + 4001)
    found = [one for one in after if in_days(limit.days, one) and scene.clock.midnight(one) < scene.clock.midnight(one + 1)]
    return [*found, *[after[-1]] * limit.count][limit.count - 1]


def hours_later(limit: WithinHours, moment: int, clock: Clock) -> int:
    """R103: "`within N NAME` ends at the first instant at which N hours that are in any of these windows have passed"; "If so many do
    not come, it ends with the last second of the 4,000th date after".
    """
    left, first = limit.count * 3600, clock.date(moment)
    for day in range(first, first + 4001):
        begin, end = max(moment, clock.midnight(day)), clock.midnight(day + 1)
        windows = windows_of(limit.hours, range(day - 2, day + 1), clock)
        cuts = sorted({begin, end, *(cut for window in windows for cut in window if begin < cut < end)})
        for this, after in itertools.pairwise(cuts):
            if any(opens <= this and after <= closes for opens, closes in windows):
                if left <= after - this:
                    return this + left
                left -= after - this
    return clock.midnight(first + 4001) - 1


def condition_at(modifiers: Modifiers, instant: int, scene: Scene) -> bool:
    """Whether the dates and states that a sentence is tied to hold at an instant."""
    day = scene.clock.date(instant)

    def holds_now(condition: Condition) -> bool:
        return in_range(condition, day) if isinstance(condition, DATED) else state_holds_at(condition.state, scene, instant)

    only = [condition for condition in modifiers.only if not isinstance(condition, DayFilter)]
    excepted = [condition for condition in modifiers.excepted if not isinstance(condition, DayFilter)]
    return all(map(holds_now, only)) and not any(map(holds_now, excepted))


def done_events(duty: Duty, events: Iterable[Event], scene: Scene, subject: Subject, occasion: Occasion | None = None) -> list[Event]:
    """The events that do, each on its own, what is owed."""
    return [
        event
        for event in events
        if matches(event, duty.selector, scene, subject, occasion, owed=True)
        and account(duty, [event], scene, subject, occasion).missing is None
    ]


def stretches(
    start: Point, events: list[Event], every: Duration, modifiers: Modifiers, scene: Scene, last: int, end: int, *, goes_on: bool = False
) -> list[Stretch]:
    """Page: "`every 90 days`: the next matching event comes on or before the date of the last + 90 (hours: exactly)."

    "One breach for each stretch that is too long, certain when its last allowed date has ended; the open stretch is measured
    to *as of*, or to the end in force (a stretch whose last allowed date is the last in force is kept)." R28: "A stretch that
    the end cuts off before that date is neither kept nor broken; what is kept by the end is counted once the end is past." "Hours that ran
    out before a pause or a state began, within a date, are broken." R70: where the sentence `goes_on` in the next
    version, so does the stretch.
    """
    found = []
    over = taken_over(last, scene)
    for point, following in zip([start, *map(Point.of, events)], [*events, None], strict=True):
        deadline = deadline_of(point, every, modifiers.grace, scene)
        if following is not None:
            found.append(Stretch(point, following.start, deadline, deadline.allows(following)))
        elif goes_on:
            open_still = not deadline.passed(scene.clock.end_of(last))
            found.append(Stretch(point, None, deadline, in_time=False, cut_off=open_still))
        elif (
            deadline.date < last
            or (deadline.instant is not None and deadline.moment < end < scene.clock.end_of(last))
            or (deadline.instant is not None and over is not None and deadline.passed(over))
            or (scene.left is not None and scene.left.start == scene.clock.end_of(last))
        ):
            found.append(Stretch(point, None, deadline, in_time=False))
        elif deadline.date == last and not left_by(last, scene) and scene.as_of >= scene.clock.end_of(last):
            found.append(Stretch(point, None, deadline, in_time=True))
    return found


def taken_over(last: int, scene: Scene) -> int | None:
    """R51: the instant at which a text of a zone further west takes over, after the last date here has ended: hours run out until then."""
    if scene.after is None or last != scene.stretches[-1][1]:
        return None
    begins = scene.after.clock.midnight(scene.after.stretches[0][0])
    return begins if begins > scene.clock.end_of(last) else None


def left_by(day: int, scene: Scene) -> bool:
    """Whether somebody left before a date had ended: then nothing is said of what could be done until its end (R37)."""
    return scene.left is not None and scene.left.start < scene.clock.end_of(day)


def repeat_after(form: RepeatAfter, modifiers: Modifiers, scene: Scene, breaches: list[Outcome]) -> list[Outcome]:
    """R31: "A follow-up that repeats … is an interval measured from the trigger, in force from its moment until that date + 6
    weeks; stretches that two triggers share are one."
    """
    found: dict[Subject, list[tuple[tuple[str, ...], Stretch]]] = {}
    for occasion, subject in occasions(form.trigger, form, modifiers, scene, breaches):
        if owes_nobody(form.duty, scene, subject, occasion):
            continue
        start = Point(occasion.moment, scene.clock.date(occasion.moment))
        end = Deadline.after(scene.clock, occasion.moment, form.length)
        until = next(last for first, last in scene.stretches if first <= scene.clock.date(occasion.start) <= last)
        closes = closing(occasion)
        last = end.date if closes else min(end.date, until)
        after = replace(scene, left=None) if closes else scene
        if start.day > last or start.instant > scene.as_of:
            continue
        for owing, duty in apart(form.duty, scene, subject, occasion):
            events = [
                event
                for event in done_events(duty, after.standing, scene, subject, occasion)
                if event != occasion.event and event.start >= occasion.moment and (closes or scene.in_force(event)) and end.allows(event)
            ]
            own = stretches(start, events, form.every, modifiers, after, last, min(end.moment, scene.clock.end_of(last)))
            speaks_of_person = any(part in (PersonWord.EACH_PERSON, PersonWord.SAME_PERSON) for part in parts_of(duty))
            each_owes = form.duty.by is WhoWord.EACH_PARTY
            told_apart = Subject(
                subject.party if each_owes else None, subject.person or " ".join(occasion.with_) if speaks_of_person else None
            )
            found.setdefault(told_apart, []).extend((owing, one) for one in own)
    after = replace(scene, left=None) if isinstance(form.trigger, EventTrigger) and triggered_by_leaving(form.trigger) else scene
    return [outcome for subject, own in found.items() for outcome in together(shared(own), after, subject)]


def triggered_by_leaving(trigger: EventTrigger) -> bool:
    """Whether a trigger is that somebody leaves."""
    return any(alternative.event == LEAVE for alternative in trigger.selector.alternatives)


def shared(found: list[tuple[tuple[str, ...], Stretch]]) -> list[tuple[tuple[str, ...], Stretch]]:
    """Of stretches that two triggers share, the one that is not yet kept: a longer follow-up still asks for it."""

    def asked_longer(owing: tuple[str, ...], stretch: Stretch) -> bool:
        return any(
            other_owing == owing
            and not other.in_time
            and (other.start, other.end, other.deadline) == (stretch.start, stretch.end, stretch.deadline)
            for other_owing, other in found
        )

    return [(owing, stretch) for owing, stretch in found if not stretch.in_time or not asked_longer(owing, stretch)]


def same_sentence(sentence: Sentence, scene: Scene) -> Sentence | None:
    """The sentence of this name in another text."""
    return sentence_in(scene, sentence.label)


def sentence_in(scene: Scene, label: str) -> Sentence | None:
    """The sentence of this name in a version, where it is applied."""
    return next((lifted(one, scene) for one in scene.agreement.sentences if one.label == label and not one.not_applied), None)


def lifted(sentence: Sentence, scene: Scene) -> Sentence:
    """R82: a pause of what a sentence asks for, one that anyone may make or one that follows something, works on this sentence like
    `except while` it.

    "Health is never lifted": a sentence that asks for a test or a result is not. A pause of some such events only lifts nothing.
    """
    form = sentence.form
    if not isinstance(form, Interval | Schedule | Quota | Response | RepeatAfter):
        return sentence
    asked = types_of(form.selector if isinstance(form, Quota) else form.duty.selector)
    if "test" in asked or "result" in asked:
        return sentence
    found = []
    for one in scene.agreement.sentences:
        if one.not_applied or not isinstance(one.form, Pause | PauseAfter) or one.modifiers.only or one.modifiers.excepted:
            continue
        some_only = one.form.selector.filters or any(alternative.filters for alternative in one.form.selector.alternatives)
        if not some_only and asked <= types_of(one.form.selector):
            found.append(WhileFilter((BY_A_PAUSE if isinstance(one.form, Pause) else AFTER_SOMETHING) + one.label))
    return replace_model(sentence, modifiers=replace_model(sentence.modifiers, excepted=(*sentence.modifiers.excepted, *found)))


def types_of(selector: Selector) -> set[str]:
    """The events that a noun means."""
    return {alternative.event for alternative in selector.alternatives}


def only_asked(event: str, scene: Scene) -> bool:
    """Whether the agreement asks for such an event, and neither limits it nor lets anything follow it (or come before it)."""
    asked = limits = False
    for sentence in scene.agreement.sentences:
        form = sentence.form
        if sentence.not_applied:
            continue
        if isinstance(form, Quota) or hasattr(form, "duty"):
            asked = asked or event in types_of(form.selector if isinstance(form, Quota) else form.duty.selector)
        if isinstance(form, Cap | Gap | Prohibition):
            limits = limits or event in types_of(form.selector)
        trigger = getattr(form, "trigger", None)
        if isinstance(trigger, EventTrigger):
            limits = limits or event in types_of(trigger.selector)
    return asked and not limits and all(table.event != event for table in scene.agreement.matrices)


def counts_the_same(sentence: Sentence, scene: Scene, earlier: Sentence, before: Scene) -> bool:
    """R69: whether two sentences of one name count the same in the same periods, whatever the numbers."""

    def counted(one: Sentence, where: Scene) -> object:
        dated = [[part for part in some if isinstance(part, DayFilter)] for some in (one.modifiers.only, one.modifiers.excepted)]
        days = dated
        wish = one.modifiers.wish  # R90: "no period … goes on from the one to the other"
        measure = one.form.measure
        nights = measure.night and measure.night.lines
        return one.form.selector, measure.unit, measure.currency, nights, one.form.period, where.week_start, days, wish

    return isinstance(sentence.form, Quota) and isinstance(earlier.form, Quota) and counted(sentence, scene) == counted(earlier, before)


def quota(form: Quota, modifiers: Modifiers, scene: Scene, held: list[Scene], label: str) -> list[Outcome]:
    """Quota: "a whole period in force ends with fewer: one for each period". "only periods that lie in force as a whole".

    R69: "A period is judged once, at its end, where the sentence held all through it, by the smallest number that held in it."
    """
    found = []
    today = scene.clock.date(scene.as_of)
    # "`with each person` asks it with each person whom the agreement declares with `person`".
    for subject in subjects(form, scene, [person.name for person in scene.agreement.people]):
        begun = range(held[-1].stretches[0][0], min(scene.stretches[-1][1], today) + 1)
        for first, last in sorted({period_of(form.period, day, scene.week_start) for day in begun}):
            deadline = Deadline(scene.clock, day=last, over=over_at(last, form.measure, scene))
            if scene.left is not None and not deadline.passed(scene.judged_at):
                continue  # R37: "dates and periods not yet ended are not judged"
            on = {day: version_on(day, held) for day in range(first, last + 1)}
            if on[last] is not scene or not all(where is not None and holds_on_date(label, day, where) for day, where in on.items()):
                continue
            days = asked_days(Modifiers(only=weekdays(modifiers.only), excepted=weekdays(modifiers.excepted)), first, last, scene)
            if not days or scene.clock.midnight(first) == scene.clock.midnight(last + 1):
                continue  # R67: "A date that the zone skipped is asked for by no schedule", nor by a quota
            limit = min(one.limit - one.give for one in (sentence_in(where, label).form.measure for where in on.values()))
            asked, about = form.selector, subject
            if form.measure.unit is Unit.SHARE:  # "what the sentence means if its `by` is left out"
                asked = replace_model(asked, filters=tuple(one for one in asked.filters if not isinstance(one, ByFilter)))
                about = NOBODY_APART
            matching = [
                event
                for event in scene.events
                if scene.counted(event) and speaks_of(event, asked, Modifiers(), None, scene, about, owed=True)
            ]
            if form.measure.unit is Unit.SHARE:
                found += told_of_share(share(form, matching, days, limit, subject, scene), deadline, first, form, scene, subject)
                continue
            done = reached(form.measure, matching, days, scene)
            if form.measure.by_dates:
                done = len({day for day in firsts(form.measure, matching, modifiers, scene) if first <= day <= last})
            missing = None if done >= limit else owing(form, subject, scene)
            outcomes = awaited(deadline, missing, (first, subject), scene, subject, since=scene.clock.midnight(first))
            for outcome in outcomes:
                outcome.wanting_until = scene.clock.date(deadline.moment - 1)
            found += outcomes
    return found


def told_of_share(enough: bool | None, deadline: Deadline, first: int, form: Quota, scene: Scene, subject: Subject) -> list[Outcome]:
    """R181: "kept or broken at the end of the period, and due until then, also while it is enough"."""
    over = deadline.passed(scene.judged_at)
    outcomes = awaited(deadline, None if enough and over else owing(form, subject, scene), (first, subject), scene, subject)
    for outcome in outcomes:
        outcome.since = scene.clock.midnight(first)
        outcome.who = owing(form, subject, scene)
        if enough is None and over:
            outcome.status = "unknown"
        outcome.wanting_until = scene.clock.date(deadline.moment - 1)
    return outcomes


def share(form: Quota, matching: list[Event], days: list[int], limit: Decimal, subject: Subject, scene: Scene) -> bool | None:
    """R181: "what is theirs whose share it is, added up, is at least so many percent of the whole, or the whole is 0 or less".

    "An entry that does not say by whom may be anyone's, one that does not say how much may be any amount of 0 or more": both are
    tried, and None is unknown.
    """
    whose = (subject.party,) if subject.party is not None else owing(form, subject, scene)
    ways: list[list[tuple[Fraction, Fraction]]] = []
    for event in matching:
        if event.day not in days:
            continue
        did = event.entry.instead_of or event.by
        told = "amount" in event.entry.fields
        amounts = [Fraction(amount(event, form.measure, scene))] if told else [Fraction(0), Fraction(10**9)]
        parts = [Fraction(sum(name in whose for name in did), len(did))] if did else [Fraction(0), Fraction(1)]
        ways.append([(how_much * part, how_much) for how_much in amounts for part in parts])
    answers = set()
    for chosen in itertools.product(*ways):
        own, whole = sum((one for one, _ in chosen), Fraction(0)), sum((one for _, one in chosen), Fraction(0))
        answers.add(whole <= 0 or own * 100 >= Fraction(limit) * whole)
    return answers.pop() if len(answers) == 1 else None


def weekdays(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The conditions on the day of the week."""
    return tuple(one for one in conditions if isinstance(one, DayFilter))


def version_on(day: int, held: list[Scene]) -> Scene | None:
    """The version, of these, that is in force on a date."""
    return next((scene for scene in held if any(first <= day <= last for first, last in scene.stretches)), None)


def holds_on_date(label: str, day: int, scene: Scene) -> bool:
    """Whether a sentence asks something of a date, days of the week left out."""
    return date_fits(sentence_in(scene, label).modifiers, day, scene, weekdays=False)


def asked_days(modifiers: Modifiers, first: int, last: int, scene: Scene) -> list[int]:
    """The dates of a period that a quota asks of: none where its conditions leave out part of the period; days of the week leave
    out only themselves.
    """
    days = range(first, last + 1)
    if not all(date_fits(modifiers, day, scene, weekdays=False) for day in days):
        return []
    only = [condition.days for condition in modifiers.only if isinstance(condition, DayFilter)]
    excepted = [condition.days for condition in modifiers.excepted if isinstance(condition, DayFilter)]
    return [
        day for day in days if all(in_days(wanted, day) for wanted in only) and not any(in_days(unwanted, day) for unwanted in excepted)
    ]


def reached(measure: Measure, events: list[Event], days: list[int], scene: Scene) -> Decimal | int:
    """R20: "A quota may count hours and amounts too; hours by the period in which they fall, amounts by the start."""
    if measure.unit is Unit.HOURS:
        spans = [(scene.clock.midnight(day), scene.clock.end_of(day)) for day in days]
        return sum(max(0, min(event.finish, end) - max(event.start, start)) for event in events for start, end in spans)
    inside = [event for event in events if event.day in days]
    return len(inside) if measure.unit is Unit.COUNT else sum(amount(event, measure, scene) for event in inside)


def firsts(measure: Measure, events: list[Event], modifiers: Modifiers, scene: Scene) -> list[int]:
    """R108: "for each event the first that it touches", if it starts on a day on which the sentence counts."""
    days = Modifiers(only=weekdays(modifiers.only), excepted=weekdays(modifiers.excepted))
    counting = [event for event in events if asked_days(days, event.day, event.day, scene)]
    return [min(found) for event in counting if (found := touched(event, measure, scene))]


def owing(form: Quota, subject: Subject, scene: Scene) -> tuple[str, ...]:
    """Who falls short: those whom the sentence names."""
    if subject.party is not None:
        return (subject.party,)
    contrary = [part.part for part in parts_of(form) if isinstance(part, NotFilter)]  # `not by Ana` names nobody who owes it
    named = [part.who for part in parts_of(form) if isinstance(part, ByFilter) and part not in contrary]
    wanted = [meant(who, scene, subject, None) for who in named if who is not WhoWord.ANYONE]
    return next((who[0] for who in wanted if who is not None), scene.parties)
