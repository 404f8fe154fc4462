"""Which events a sentence means, who owes, what excuses: filters, WHO, PERSON, unless, states, pauses, consent."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from pactlang.model.agreement import (
    AtFilter,
    ByFilter,
    ClockFilter,
    ClockPart,
    Comparison,
    Condition,
    DateRange,
    DayFilter,
    DuringFilter,
    Duty,
    EveryOther,
    FieldFilter,
    Filter,
    Form,
    LengthFilter,
    Modifiers,
    NotFilter,
    Parties,
    Pause,
    People,
    PersonSpec,
    PersonWord,
    Season,
    Selector,
    Sentence,
    SomeOf,
    TaggedFilter,
    TaggedPeople,
    ToFilter,
    Unless,
    UnlessEvent,
    UnlessFilters,
    UnlessState,
    WhileFilter,
    Who,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import Duration, Exact
from pactlang.model.named import DayBefore, DayLine, NamedDays, NamedHours, WeekDays, YearDay
from pactlang.model.vocabulary import CONSENT, PAUSE, REFUSE, RESUME, WITHDRAW_CONSENT

from .clock import Clock, add_days
from .record import NOBODY_APART, Event, Occasion, Scene, Subject

# --- who ------------------------------------------------------------------------------------------------------


def meant(who: Who | None, scene: Scene, subject: Subject, occasion: Occasion | None) -> tuple[tuple[str, ...], bool] | None:
    """The people that a WHO names, and whether all of them are meant; nothing where anybody will do.

    "`Ana and Ben` (both must) · `Ana or Ben` (either may) · `everyone` (all must …) · `anyone` · `each party` (the sentence
    holds for every party on their own) · `the same party` (who did the trigger) · `the others` (all parties but that one)".
    """
    acting = (subject.party,) if subject.party is not None else occasion.by if occasion is not None else ()
    if who is None or who is WhoWord.ANYONE:
        return None
    if isinstance(who, Parties):
        return who.names, who.every
    if who is WhoWord.EVERYONE:
        return scene.parties, True
    if who is WhoWord.EACH_PARTY:
        assert subject.party is not None
        return (subject.party,), True
    if who is WhoWord.SAME_PARTY:
        return tuple(party for party in scene.parties if party in acting), True
    if isinstance(who, SomeOf):  # R145: of whom so many are asked
        return meant(who.of, scene, subject, occasion)
    if who is WhoWord.ADDRESSED:
        return tuple(party for party in addressed(occasion) if party in scene.parties), True
    return tuple(party for party in scene.parties if party not in acting), True


def addressed(occasion: Occasion | None) -> tuple[str, ...]:
    """R120: "whom the entry names after `to`, but for those who had part in it themselves"."""
    event = None if occasion is None else occasion.event
    return () if event is None else tuple(name for name in event.to if name not in event.by)


def told_by(
    person: str | None, duty: Duty, scene: Scene, subject: Subject, occasion: Occasion | None
) -> tuple[tuple[str, ...], bool] | None:
    """Whom somebody who owes has to reach, and whether all of them; nothing where the sentence does not say to whom.

    Nobody has to reach themselves (R9). `the others` are those who had no part in the trigger where `the same party` tells them,
    otherwise everybody but the one who tells.
    """
    if duty.to is WhoWord.THE_OTHERS and person is not None and duty.by is not WhoWord.SAME_PARTY:
        return tuple(party for party in scene.parties if party != person), True
    told = meant(duty.to, scene, subject, occasion)
    return None if told is None else (tuple(name for name in told[0] if name != person), told[1])


def who_owes(duty: Duty, scene: Scene, subject: Subject, occasion: Occasion | None) -> tuple[tuple[str | None, ...], bool]:
    """Who owes something, and whether all of them do; `None` for somebody, whoever it is.

    R9: "Where that leaves nobody who owes, nothing is owed; where it leaves nobody to tell …, nothing is owed either."
    """
    owing = meant(duty.by, scene, subject, occasion)
    names: tuple[str | None, ...] = (None,) if owing is None else owing[0]
    told = {name: told_by(name, duty, scene, subject, occasion) for name in names}
    return tuple(name for name, whom in told.items() if whom is None or whom[0]), owing is None or owing[1]


def how_many(duty: Duty, names: tuple[str | None, ...], every: bool) -> int:
    """How many of these must do it. R145: "any N parties"; "if fewer are left than N …, all who are left must"."""
    if isinstance(duty.by, SomeOf):
        return min(duty.by.number, len(names))
    return len(names) if every else min(1, len(names))


def owes_nobody(duty: Duty, scene: Scene, subject: Subject, occasion: Occasion | None) -> bool:
    """Whether a duty asks nothing of anybody."""
    return not who_owes(duty, scene, subject, occasion)[0]


@dataclass(frozen=True)
class Account:
    """How far entries do what is owed: who has not done their part (nothing where all is done), and the entries it rests on."""

    missing: tuple[str, ...] | None
    entries: tuple[Event, ...] = ()


def account(
    duty: Duty,
    entries: Iterable[Event],
    scene: Scene,
    subject: Subject,
    occasion: Occasion | None,
    serves: Callable[[Event, str | None], bool] = lambda _entry, _person: True,
) -> Account:
    """Whether these entries do what is owed; it rests on the oldest ones that do.

    R8: "each must be covered by an entry that counts: one joint entry or one from each. With `to`, each owing person must reach
    each addressee, by one entry or several. With `or`, one of them does it all. With no `by` or `anyone`, one entry will do
    (with `to` several: one entry to all, or one to each)."
    """
    in_order = sorted(entries, key=lambda entry: entry.rank)

    def part_of(person: str | None) -> list[Event] | None:
        own = [entry for entry in in_order if (person is None or person in entry.done_for) and serves(entry, person)]
        told = told_by(person, duty, scene, subject, occasion)
        if told is None:
            return own[:1] or None
        reached = [[entry for entry in own if name in entry.to][:1] for name in told[0]]
        if told[1]:
            return [entry for oldest in reached for entry in oldest] if all(reached) else None
        return sorted((entry for oldest in reached for entry in oldest), key=lambda entry: entry.rank)[:1] or None

    names, every = who_owes(duty, scene, subject, occasion)
    parts = {name: part_of(name) for name in names}
    done = [part for part in parts.values() if part is not None]
    enough = how_many(duty, names, every)
    if enough < len(names) and len(done) >= enough:
        # "A precedence takes what those gave who gave first."
        first = sorted(done, key=lambda part: [entry.rank for entry in part])[:enough]
        return Account(None, tuple(entry for part in first for entry in part))
    if len(done) == len(names) and (done or not names):
        return Account(None, tuple(entry for part in done for entry in part))
    # R39: "for responses … those who owed"; where anybody may do it, that is all parties.
    return Account(tuple(name for name in names if name is not None and parts[name] is None) or scene.parties)


# --- each party, each person ----------------------------------------------------------------------------------


@lru_cache(maxsize=10_000)
def parts_of(form: Form) -> list[object]:
    """Everything that a sentence is made of, down to the last filter."""
    found: list[object] = []

    def visit(value: object) -> None:
        found.append(value)
        if isinstance(value, tuple):
            for item in value:
                visit(item)
        elif isinstance(value, Struct):
            for name in value.__struct_fields__:
                visit(getattr(value, name))

    visit(form)
    return found


def subjects(form: Form, scene: Scene, people: Iterable[str] = ()) -> list[Subject]:
    """Everybody that the sentence holds for on their own."""
    parts = parts_of(form)
    parties = scene.parties if any(part is WhoWord.EACH_PARTY for part in parts) else (None,)
    each_person = any(part is PersonWord.EACH_PERSON for part in parts)
    persons = tuple(name for name in people if name not in scene.parties) if each_person else (None,)
    return [Subject(party, person) for party in parties for person in persons]


# --- filters --------------------------------------------------------------------------------------------------


def matches(
    event: Event,
    selector: Selector,
    scene: Scene,
    subject: Subject = NOBODY_APART,
    occasion: Occasion | None = None,
    *,
    owed: bool = False,
) -> bool:
    """Whether an event is one of those that a noun with its filters means; R102: where it is owed, as theirs for whom somebody did it."""
    return any(
        event.type == alternative.event and all(holds(event, part, scene, subject, occasion, owed=owed) for part in alternative.filters)
        for alternative in selector.alternatives
    ) and all(holds(event, part, scene, subject, occasion, owed=owed) for part in selector.filters)


def holds(
    event: Event,
    part: Filter,
    scene: Scene,
    subject: Subject = NOBODY_APART,
    occasion: Occasion | None = None,
    everybody: bool = False,
    owed: bool = False,
) -> bool:
    """Whether one filter lets an event through; with `everybody`, a `with` asks it of everyone that the event is with."""
    match part:
        case ByFilter(who):
            return names_fit(event.done_for if owed else event.by, who, scene, subject, occasion)
        case ToFilter(who):
            return names_fit(event.to, who, scene, subject, occasion)
        case WithFilter(person):
            return company_fits(event, person, scene, subject, occasion, everybody)
        case AtFilter(places):
            return event.entry.place is not None and any(same_word(event.entry.place, place) for place in places)
        case TaggedFilter(tags, every):
            worn = [any(same_word(tag, own) for own in event.entry.tags) for tag in tags]
            return all(worn) if every else any(worn)
        case DayFilter(days):
            return in_days(days, event.day)
        case ClockFilter():
            return in_clock_window(event, part, scene)
        case DuringFilter(hours):
            windows = windows_of(hours, range(event.day - 2, scene.clock.date(event.finish) + 3), scene.clock)
            return any(lies_in(event, opens, closes) for opens, closes in windows)
        case LengthFilter(comparison, Exact(seconds)):
            return compares(event.finish - event.start, comparison, seconds)
        case LengthFilter(comparison, length):
            return compares(scene.clock.date(event.finish), comparison, add_days(event.day, length))
        case FieldFilter(name, comparison, value):
            return field_fits(event.entry.fields.get(name), comparison, value)
        case WhileFilter(state) if owed and subject.whose is None and is_own(state, scene):
            return any(state_holds(state, scene, event, name) for name in event.done_for)
        case WhileFilter(state):
            return state_holds(state, scene, event, subject.whose)
        case NotFilter(contrary):
            # R140: "matches an event that the filter does not match"; what its entry does not say is left to `test_missing_people`.
            return not holds(event, contrary, scene, subject, occasion, owed=owed)
    raise AssertionError(part)


def is_own(state: str, scene: Scene) -> bool:
    """Whether each party has a state of their own."""
    return any(one.name == state and one.each for one in scene.agreement.states)


def spoken_of(event: Event, selector: Selector, scene: Scene, subject: Subject, *, owed: bool = False) -> list[Subject]:
    """Whose own states a sentence asks of an event. R106: "of the party that `by each party` tells apart, else of those who had part in the
    event, or of those of them whom the sentence names".
    """
    doers = [
        part.who
        for one in selector.alternatives
        if one.event == event.type
        for part in (*one.filters, *selector.filters)
        if isinstance(part, ByFilter)
    ]
    if subject.party is not None and WhoWord.EACH_PARTY in doers:
        return [replace(subject, whose=subject.party)]
    named = {name for who in doers if isinstance(who, Parties) for name in who.names}
    return [replace(subject, whose=name) for name in (event.done_for if owed else event.by) if not named or name in named]


def speaks_of(
    event: Event,
    selector: Selector,
    modifiers: Modifiers,
    unless: Unless | None,
    scene: Scene,
    subject: Subject = NOBODY_APART,
    *,
    owed: bool = False,
) -> bool:
    """Whether a sentence limits an event, counts it, or follows it: what it means, not taken out by `only`, `except` or `unless`."""
    named = {getattr(part, "state", None) for part in parts_of((selector, modifiers, unless))}
    own = any(state.each and state.name in named for state in scene.agreement.states)
    return any(
        matches(event, selector, scene, one, owed=owed)
        and applies_to(modifiers, Occasion.of_event(event), scene, one)
        and not excused(unless, event, scene, one)
        for one in (spoken_of(event, selector, scene, subject, owed=owed) if own else [subject])
    )


def in_days(days: DayLine, day: int) -> bool:
    """R98: "A date is in a set of `days` if a line of it holds that date and no line with `except` does, whatever their order"."""
    local = date.fromordinal(day)
    match days:
        case WeekDays(weekdays):
            return local.weekday() in weekdays
        case DateRange(first, last):
            return (first is None or first <= day) and (last is None or day <= last)
        case YearDay(month, number):
            # "29 February is the last day of February in years without one"
            tomorrow = date.fromordinal(day + 1)
            return local.month == month and (local.day == number or (local.day < number and tomorrow.month != month))
        case DayBefore(others):
            return in_days(others, day + 1)
        case NamedDays(_, lines, excepted):
            return [line for line in lines if in_days(line, day)] != [] and [line for line in excepted if in_days(line, day)] == []


def names_fit(names: tuple[str, ...], who: Who, scene: Scene, subject: Subject = NOBODY_APART, occasion: Occasion | None = None) -> bool:
    """R7: "`by Ana` …: Ana is among the entry's `by`. `by Ana and Ben`: both are. `by Ana or Ben`: one is. … `by anyone` …:
    any.
    """
    if isinstance(who, SomeOf):
        # R145: "count the parties in the `by` of one entry".
        there_are = len([party for party in scene.parties if party in names])
        return there_are < who.number if who.fewer else there_are >= who.number
    wanted = meant(who, scene, subject, occasion)
    if wanted is None:
        return True
    there = [name in names for name in wanted[0]]
    return all(there) if wanted[1] else any(there)


def company_fits(event: Event, spec: PersonSpec, scene: Scene, subject: Subject, occasion: Occasion | None, everybody: bool) -> bool:
    """R12: "one of the people the entry is with fits. In `unless with …` everyone that it is with must fit …"."""
    parties = scene.agreement.parties
    named = spec.names if isinstance(spec, People) else ()
    # R94: a party who is there is meant only where the sentence names them.
    company = event.company if spec is PersonWord.SAME_PERSON else tuple(n for n in event.company if n not in parties or n in named)
    tags = {person.name: person.tags for person in scene.agreement.people}

    def fits(name: str) -> bool:
        match spec:
            case People(names):
                return name in names
            case TaggedPeople(wanted):
                return any(same_word(tag, own) for tag in wanted for own in tags.get(name, ()))
            case PersonWord.ANYONE:
                return True
            case PersonWord.SOMEONE_NEW:
                return is_new(name, event, scene)
            case PersonWord.EACH_PERSON:
                return name == subject.person
            case _:
                return name in same_people(subject, occasion)

    needed: tuple[str, ...] = ()  # people who must all be there
    if isinstance(spec, People) and spec.every:
        needed = spec.names
    elif spec is PersonWord.SAME_PERSON:
        needed = same_people(subject, occasion)
    if not all(name in company for name in needed):
        return False
    if everybody:
        return bool(company) and all(map(fits, company))
    return spec is PersonWord.SAME_PERSON or any(map(fits, company))


def same_people(subject: Subject, occasion: Occasion | None) -> tuple[str, ...]:
    """Page: "`the same person`": the one that `each person` speaks of, or the people of the trigger."""
    if subject.person is not None:
        return (subject.person,)
    return () if occasion is None else occasion.with_


def is_new(name: str, event: Event, scene: Scene) -> bool:
    """R13: "no earlier entry of that event in the whole log … and was not declared `known since` a date on or before …"."""
    met = any(other.type == event.type and name in other.company and other.rank < event.rank for other in scene.events)
    known = any(
        person.name == name and person.known_since is not None and person.known_since <= event.day for person in scene.agreement.people
    )
    return not met and not known


def in_clock_window(event: Event, part: ClockFilter, scene: Scene) -> bool:
    """R3: "for each local date, the stretch from the instant of its start to the instant of its end, each read by rule 1 …"

    R4: "`starting between A and B`: A ≤ start < B. `ending between A and B`: A < end ≤ B …".
    """
    for day in range(event.day - 2, scene.clock.date(event.finish) + 3):
        opens = scene.clock.instant(day, part.start)
        closes = scene.clock.instant(day if part.end > part.start else day + 1, part.end)
        if part.part is ClockPart.START and opens <= event.start < closes:
            return True
        if part.part is ClockPart.END and opens < event.finish <= closes:
            return True
        if part.part is ClockPart.ANY and lies_in(event, opens, closes):
            return True
    return False


def lies_in(event: Event, opens: int, closes: int) -> bool:
    """R3: "any part of the event lies in it", or it starts in there where it has no end."""
    if event.finish > event.start:
        return max(opens, event.start) < min(closes, event.finish)
    return opens <= event.start < closes


def windows_of(hours: NamedHours, days: Iterable[int], clock: Clock) -> list[tuple[int, int]]:
    """R103: "A line of `hours` is a window on each date that it names … An end that is not later than the start is on the next date"."""
    there = [day for day in days if clock.midnight(day) < clock.midnight(day + 1)]
    opened = [(day, line) for day in there for line in hours.lines if in_days(line.days, day)]
    return [(clock.instant(day, line.start), clock.instant(day if line.end > line.start else day + 1, line.end)) for day, line in opened]


def compares(left: int | Decimal, comparison: Comparison, right: int | Decimal) -> bool:
    """One number against another."""
    match comparison:
        case Comparison.IS:
            return left == right
        case Comparison.IS_NOT:
            return left != right
        case Comparison.AT_LEAST:
            return left >= right
        case Comparison.AT_MOST:
            return left <= right
        case Comparison.MORE_THAN:
            return left > right
        case Comparison.LESS_THAN:
            return left < right


def field_fits(value: str | Decimal | None, comparison: Comparison, wanted: str | Decimal) -> bool:
    """R15: "A field that an entry does not have is not VALUE …. Words are compared as tags and places are, numbers as numbers."""
    equal = same_word(value, wanted) if isinstance(value, str) and isinstance(wanted, str) else value == wanted
    if comparison is Comparison.WITHOUT:  # R141: "without this field and one whose field says `no` or `none`"
        return value is None or any(isinstance(value, str) and same_word(value, word) for word in ("no", "none"))
    if comparison is Comparison.IS:
        return equal
    if comparison is Comparison.IS_NOT:
        return not equal
    return isinstance(value, Decimal) and isinstance(wanted, Decimal) and compares(value, comparison, wanted)


def same_word(one: str, other: str) -> bool:
    """R80: "Tags, places and values of fields are compared without regard to capitals and to how their letters are stored"."""
    return unicodedata.normalize("NFD", one.casefold()).casefold() == unicodedata.normalize("NFD", other.casefold()).casefold()


# --- states and pauses ----------------------------------------------------------------------------------------


BY_A_PAUSE = "lifted by "  # and the label of the sentence by which people may pause
AFTER_SOMETHING = "lifted after "  # and the label of the sentence by which a pause follows something


def state_holds(name: str, scene: Scene, event: Event, whose: str | None = None) -> bool:
    """Whether a state holds at the instant an event starts (of what stands at that instant, what is logged before it)."""
    if name == "paused" or name.startswith((BY_A_PAUSE, AFTER_SOMETHING)):
        return state_holds_at(name, scene, event.start)
    return state_after([other for other in scene.events if other.rank < event.rank], name, scene, event.start, whose)


def state_holds_at(name: str, scene: Scene, instant: int) -> bool:
    """Whether a state holds at an instant, everything that starts at it included."""
    if name == "paused":
        return pact_is_paused(scene, instant)
    if name.startswith(BY_A_PAUSE):
        (sentence,) = (one for one in scene.agreement.sentences if BY_A_PAUSE + one.label == name)
        return any(stopped_by(pause, sentence, instant, scene) for pause in pauses(scene, sentence))
    if name.startswith(AFTER_SOMETHING):
        return any(first <= instant < end for first, end in scene.paused_after[name.removeprefix(AFTER_SOMETHING)])
    return state_after([other for other in scene.events if other.start <= instant], name, scene, instant)


def state_after(events: list[Event], name: str, scene: Scene, instant: int, whose: str | None = None) -> bool:
    """Page: "`state NAME`: `starts with EVENT`, `ends with EVENT`, `lasts at most DURATION`", after these events.

    R52: "An end before `lasts at least LENGTH` is over takes effect when it is over", for each event that starts it.
    R106: "`state NAME for each party`: an event starts it, or ends it, for those who had part in it, and for nobody else".
    """
    state = next(state for state in scene.agreement.states if state.name == name)
    if state.each:
        events = [event for event in events if whose in event.by]
    subject = Subject(whose=whose)
    starts = [event for event in events if any(matches(event, selector, scene, subject) for selector in state.starts)]
    ends = [event for event in events if any(matches(event, selector, scene, subject) for selector in state.ends)]
    return any(
        (state.lasts is None or still_lasts(start, state.lasts, instant, scene))
        and (
            (state.least is not None and still_lasts(start, state.least, instant, scene)) or not any(end.rank > start.rank for end in ends)
        )
        for start in starts
    )


def still_lasts(start: Event, length: Duration, instant: int, scene: Scene) -> bool:
    """A length in days holds to the end of its last date, one in hours up to its last instant."""
    if isinstance(length, Exact):
        return instant < start.start + length.seconds
    return scene.clock.date(instant) <= add_days(start.day, length)


def heard(event: Event, sentence: Sentence | None, scene: Scene) -> bool:
    """R101: "A `pause` or `resume` that names a clause, or a sentence of one, is heard there alone; one that names none is heard by every
    sentence".

    "Under a later text it is heard where a clause still has that name; if nobody may pause by it any more, by every sentence that lets
    people pause an event that an earlier text let them pause by it."
    """
    name = event.entry.target
    if name is None or sentence is None:
        return name is None
    if name in (sentence.clause, sentence.label):
        return True
    named = [one for one in scene.agreement.sentences if isinstance(one.form, Pause) and name in (one.clause, one.label)]
    earlier = [one for text in scene.earlier for one in text.sentences if isinstance(one.form, Pause) and name in (one.clause, one.label)]
    return not named and any(events_of(one) & events_of(sentence) for one in earlier)


def events_of(sentence: Sentence) -> set[str]:
    """The events that a sentence lets people pause."""
    assert isinstance(sentence.form, Pause)
    return {one.event for one in sentence.form.selector.alternatives}


def pause_end(pause: Event, sentence: Sentence | None, scene: Scene) -> int | None:
    """The instant from which a pause stops nothing any more, under a sentence that lets people pause.

    Rule 14: "ends with its `until` date, with a `resume` by all who paused, or with the last date allowed (`at most 14 days`: the
    date of the pause + 14), whichever comes first." R42: "Between a pause and a resume by one person at one instant, log order
    decides."
    """
    ends = []
    at_most = sentence.form.at_most if sentence is not None and isinstance(sentence.form, Pause) else None
    if pause.entry.until is not None:
        ends.append(scene.clock.end_of(pause.entry.until))
    if at_most is not None:
        if isinstance(at_most, Exact):
            ends.append(pause.start + at_most.seconds)
        else:
            ends.append(scene.clock.end_of(add_days(pause.day, at_most)))
    resumed = [
        [
            event.start
            for event in scene.events
            if event.type == RESUME and heard(event, sentence, scene) and name in event.by and event.rank > pause.rank
        ]
        for name in pause.by
    ]
    if resumed and all(resumed):
        ends.append(max(min(instants) for instants in resumed))
    return min(ends, default=None)


def pauses(scene: Scene, sentence: Sentence | None) -> list[Event]:
    """The `pause` entries that count: rule 2, "Events that start before `in force from` or after `until` … pause nothing"."""
    return [event for event in scene.events if event.type == PAUSE and scene.counted(event) and heard(event, sentence, scene)]


def stopped_by(pause: Event, sentence: Sentence | None, instant: int, scene: Scene) -> bool:
    """Page: "It stops events from its very instant, and a resume frees them from its very instant, whatever the log order"."""
    end = pause_end(pause, sentence, scene)
    return pause.start <= instant and (end is None or instant < end)


def pact_is_paused(scene: Scene, instant: int) -> bool:
    """Whether a pause stands at an instant, for as long as the agreement's own pause sentences let it."""
    ways = [one for one in scene.agreement.sentences if isinstance(one.form, Pause) and not one.not_applied]
    return any(stopped_by(pause, way, instant, scene) for way in ways or [None] for pause in pauses(scene, way))


# --- conditions -----------------------------------------------------------------------------------------------


def applies_to(modifiers: Modifiers, occasion: Occasion, scene: Scene, subject: Subject = NOBODY_APART) -> bool:
    """`only …` (all must hold) and `except …` (none may hold), at what happens: its local date, and its start for a state."""
    day = scene.clock.date(occasion.start)

    def condition_holds(condition: Condition) -> bool:
        if isinstance(condition, DATED):
            return in_range(condition, day)
        if isinstance(condition, DayFilter):
            return in_days(condition.days, day)
        if occasion.event is None or occasion.is_breach:
            return state_holds_at(condition.state, scene, occasion.start)
        return state_holds(condition.state, scene, occasion.event, subject.whose)

    return all(map(condition_holds, modifiers.only)) and not any(map(condition_holds, modifiers.excepted))


DATED = (DateRange, Season, EveryOther)


def in_range(condition: DateRange | Season | EveryOther, day: int) -> bool:
    """`from DATE`, `until DATE`: the last date included; and what comes again each year (R110)."""
    if isinstance(condition, EveryOther):
        return number_of(condition.unit, day) % 2 == (1 if condition.odd else 0)
    if isinstance(condition, Season):
        at, tomorrow = date.fromordinal(day), date.fromordinal(day + 1)
        # "29 February is the last day of February in years without one": there, the 28th is both.
        names = [(at.month, at.day), *([(2, 29)] if at.month == 2 and tomorrow.month == 3 else [])]
        if condition.first <= condition.last:
            return any(condition.first <= name <= condition.last for name in names)
        return any(name >= condition.first or name <= condition.last for name in names)
    return (condition.first is None or condition.first <= day) and (condition.last is None or day <= condition.last)


def number_of(unit: str, day: int) -> int:
    """The number of a year, a month, or a week: that of its Thursday in that year ("ISO 8601")."""
    at = date.fromordinal(day)
    if unit == "week":
        thursday = date.fromordinal(day - at.weekday() + 3)
        return (thursday.toordinal() - date(thursday.year, 1, 1).toordinal()) // 7 + 1
    return at.month if unit == "month" else at.year


def date_fits(modifiers: Modifiers, day: int, scene: Scene, weekdays: bool = True) -> bool:
    """Whether a sentence about a date asks anything of it: `only` must hold on all of it, `except` on no part of it.

    Without `weekdays`, conditions on the day of the week are left out.
    """
    if not modifiers.only and not modifiers.excepted:
        return True
    first, last = scene.clock.midnight(day), scene.clock.end_of(day) - 1
    begins = [*(event.start for event in scene.events), *(start for pauses in scene.paused_after.values() for start, _ in pauses)]
    moments = [first, last, *(instant for instant in begins if first <= instant <= last)]

    def holds_on(condition: Condition) -> list[bool]:
        if isinstance(condition, DATED):
            return [in_range(condition, day)]
        if isinstance(condition, DayFilter):
            return [in_days(condition.days, day)]
        return [state_holds_at(condition.state, scene, moment) for moment in moments]

    def asked(conditions: tuple[Condition, ...]) -> list[Condition]:
        return [condition for condition in conditions if weekdays or not isinstance(condition, DayFilter)]

    return all(all(holds_on(part)) for part in asked(modifiers.only)) and not any(any(holds_on(part)) for part in asked(modifiers.excepted))


# --- unless and consent ---------------------------------------------------------------------------------------


def excused(unless: Unless | None, event: Event, scene: Scene, subject: Subject = NOBODY_APART) -> bool:
    """Page: "**Unless** takes an event within a time back …, a state …, or a filter (…: only where everyone that it is with
    fits)".
    """
    if unless is None:
        return False
    occasion = Occasion.of_event(event)
    match unless:
        case UnlessState(state):
            return state_holds(state, scene, event, subject.whose)
        case UnlessFilters(filters):
            return all(holds(event, part, scene, subject, occasion, everybody=True) for part in filters)
        case UnlessEvent(duty, within):
            entries = recent(duty.selector, within, event, scene, subject)
            return (
                owes_nobody(duty, scene, subject, occasion)
                or account(duty, entries, scene, subject, occasion, consent_serves(event, scene)).missing is None
            )


def consent_serves(event: Event, scene: Scene) -> Callable[[Event, str | None], bool]:
    """For an event: whether an entry still serves, coming from a person (R25)."""
    return lambda entry, person: still_given(entry, person, event, scene)


def recent(
    selector: Selector, within: Duration, event: Event, scene: Scene, subject: Subject, people: tuple[str, ...] | None = None
) -> list[Event]:
    """Page: "`within the last 90 days`: on or after date − 90 and not after the start; … an entry at the very instant counts."

    R34: on the event's own date, an entry without a time counts as before it where the limit is in days.
    """
    occasion = Occasion.of_event(event)
    found = []
    for entry in scene.events:
        if (
            entry == event
            or not matches(entry, selector, scene, subject, occasion, owed=True)
            or not about_this(entry, event, scene, people)
        ):
            continue
        if isinstance(within, Exact):
            fits = event.start - within.seconds <= entry.start <= event.start
        else:
            untimed = entry.day == event.day and not (entry.timed and event.timed)
            fits = add_days(event.day, within, -1) <= entry.day and (entry.start <= event.start or untimed)
        if fits:
            found.append(entry)
    return found


def about_this(entry: Event, event: Event, scene: Scene, people: tuple[str, ...] | None = None) -> bool:
    """R23: "`about X` serves only X …. A consent or notice `with dana` serves only an entry that names people, all of them among
    those that it names"; where the sentence holds for each person, for each on their own (`people`).
    """
    company = event.company if people is None else people
    if entry.about is not None and entry.about != event.id:
        return False
    if entry.type in (CONSENT, "notice") and entry.with_:
        others = [name for name in company if name not in entry.with_]
        return len(others) < len(company) and all(name in scene.agreement.parties for name in others)
    return True


def still_given(entry: Event, person: str | None, event: Event, scene: Scene) -> bool:
    """R25: "`withdraw consent` and `refuse` by a party end that party's earlier consents (all of them; with `about` or `with`
    only for entries that fit), from the instant on, in log order at the same instant": whichever of the two was written last.
    """
    if entry.type != CONSENT:
        return True
    givers = entry.by if person is None else (person,)

    def withdrawn(giver: str) -> bool:
        return any(
            other.type in (WITHDRAW_CONSENT, REFUSE)
            and giver in other.by
            and entry.rank < other.rank
            and other.start <= event.start
            and (other.about is None or other.about == event.id)
            and (not other.with_ or any(name in event.company for name in other.with_))
            for other in scene.events
        )

    return not givers or any(not withdrawn(giver) for giver in givers)
