"""What stands outside of clauses (the heading, events, people, aims, …)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.timeline import FAR_DAY
from pactlang.diff.changes import Change, Part, Way, assent_of
from pactlang.diff.fingerprints import fingerprint
from pactlang.diff.said import by_title, lines_from
from pactlang.model.agreement import (
    Sentence,
)
from pactlang.model.meaning import part_meaning
from pactlang.model.vocabulary import VOCABULARY_CURRENCY, EventType
from pactlang.witness.direction import Compared, Direction, together
from pactlang.witness.pool import pool_of
from pactlang.witness.scenario import Scenario
from pactlang.witness.scenarios import scenarios
from pactlang.witness.search import compare_sides
from pactlang.witness.sides import alone, follows_breach
from pactlang.words.words import list_words

if TYPE_CHECKING:
    from pactlang.diff.match import Pairs
    from pactlang.model.agreement import Agreement

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SENTENCES = 5  # how many are tried in the days that only one of two texts covers
_CASES = 120


def around_changes(given: Agreement, old: Agreement, new: Agreement, pairs: Pairs[Sentence], *, judged: bool = True) -> Iterator[Change]:
    """What two texts say differently outside of their clauses; `old` is the `given` one with people called as they are in the new one."""
    parties = everyone_of(old, new)
    if given.parties != old.parties and set(old.parties) == set(new.parties):
        was, now = _between(given), _between(new)
        yield Change(Part.HEADING, Way.REWORDED, "between", (was,), (now,), Direction.SAME, fingerprint("heading", "between", was, now))
    lines = zip(_heading(old), _heading(new), strict=True)
    for (name, was, meant), (_, now, means) in lines:
        if meant == means:
            continue
        was = _between(given) if name == "between" else was
        compared = _validity(old, new, pairs) if name == "in force until" and judged else Compared()
        if name == "title" or (name == "currency" and _same_currency(old, new)):  # nothing follows from it
            yield Change(Part.HEADING, Way.REWORDED, name, (was,), (now,), Direction.SAME, fingerprint("heading", name, was, now))
            continue
        yield Change(
            Part.HEADING,
            Way.CHANGED if was and now else Way.ADDED if now else Way.REMOVED,
            name,
            (was,) if was else (),
            (now,) if now else (),
            compared.direction,
            fingerprint("heading", name, meant, means),
            compared,
            assent_of(compared, parties),
        )
    yield from _declared(Part.EVENT, *_events(old, new), parties)
    yield from _declared(Part.PERSON, {one.name: one for one in old.people}, {one.name: one for one in new.people}, parties)
    yield from _declared(Part.DAYS, _days_of(old), _days_of(new), parties)
    yield from _declared(Part.HOURS, _hours_of(old), _hours_of(new), parties)
    yield from _declared(Part.STATE, {one.name: one for one in old.states}, {one.name: one for one in new.states}, parties)
    yield from _reworded(Part.PERSON, {one.name: one for one in old.people}, {one.name: one for one in new.people})
    yield from _reworded(Part.DAYS, _days_of(old), _days_of(new))
    yield from _reworded(Part.HOURS, _hours_of(old), _hours_of(new))
    yield from _reworded(Part.STATE, {one.name: one for one in old.states}, {one.name: one for one in new.states})
    yield from _unjudged(Part.AIM, {one.name: one for one in old.aims}, {one.name: one for one in new.aims}, parties)
    yield from _unjudged(Part.EXAMPLE, dict(by_title(old.examples)), dict(by_title(new.examples)), parties)


def _same_currency(old: Agreement, new: Agreement) -> bool:
    """Whether two texts that say it differently count amounts in the same; without events of vocabularies it counts nothing."""
    counts = any(one.shared and one.unit for text in (old, new) for one in text.vocabulary.events.values())
    return not counts or (old.currency or VOCABULARY_CURRENCY) == (new.currency or VOCABULARY_CURRENCY)


def _events(old: Agreement, new: Agreement) -> tuple[dict[str, object], dict[str, object]]:
    """The events of two texts; that those of vocabularies are in another currency is told once, with the heading."""
    before, after = dict(old.vocabulary.events), dict(new.vocabulary.events)
    for name, now in after.items():
        if (was := before.get(name)) is not None and was.shared and now.shared and was.unit and now.unit:
            before[name] = replace(was, unit=now.unit)
    return dict(before), dict(after)


def _days_of(agreement: Agreement) -> dict[str, object]:
    return {one.days.name: one for one in agreement.days}


def _hours_of(agreement: Agreement) -> dict[str, object]:
    return {one.hours.name: one for one in agreement.hours}


def everyone_of(old: Agreement, new: Agreement) -> tuple[str, ...]:
    """The parties of both, those of the new text first."""
    return tuple(dict.fromkeys((*new.parties, *old.parties)))


def _heading(agreement: Agreement) -> list[tuple[str, str, object]]:
    """Each line of the heading: its name, its words, its meaning."""
    start, end = agreement.in_force_from, agreement.in_force_until
    return [
        ("title", agreement.title, agreement.title),
        ("between", _between(agreement), tuple(sorted(agreement.parties))),
        ("in force from", _day(start), start),
        ("in force until", _day(end), end),
        ("time zone", agreement.zone, agreement.zone),
        ("currency", agreement.currency, agreement.currency),
        ("week starts", WEEKDAYS[agreement.week_start], agreement.week_start),
    ]


def _between(agreement: Agreement) -> str:
    before = {now: f" (was {old})" for old, now in agreement.was}
    names = [f"{name}{before.get(name, '')}" for name in agreement.parties]
    return list_words(names)


def _day(day: int | None) -> str:
    return date.fromordinal(day).isoformat() if day is not None else ""


def _declared(part: Part, old: dict[str, object], new: dict[str, object], parties: tuple[str, ...]) -> Iterator[Change]:
    for name in [*new, *(one for one in old if one not in new)]:
        was, now = old.get(name), new.get(name)
        meanings = [part_meaning(one) if one is not None else None for one in (was, now)]
        if meanings[0] == meanings[1]:
            continue
        way = Way.ADDED if was is None else Way.REMOVED if now is None else Way.CHANGED
        before, after = _lines(was), _lines(now)
        if part is Part.EVENT and not (before and after):
            before, after = before[:1], after[:1]  # a vocabulary brings in dozens
        yield Change(
            part,
            way,
            name,
            before,
            after,
            Direction.CHANGED,
            fingerprint(part.value, name, *meanings),
            assent=parties,
        )


def _unjudged(part: Part, old: dict[str, object], new: dict[str, object], parties: tuple[str, ...]) -> Iterator[Change]:
    """Aims and examples: no verdict follows from them, so a change has no direction; they are part of what people sign all the same."""
    yield from _declared(part, old, new, parties)
    yield from _reworded(part, old, new)


def _reworded(part: Part, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
    """What means the same in other words: a title, a reason, the order of a line."""
    for name, now in new.items():
        was = old.get(name)
        if was is not None and part_meaning(was) == part_meaning(now) and _lines(was) != _lines(now):
            mark = fingerprint(part.value, name, _lines(was), _lines(now))
            yield Change(part, Way.REWORDED, name, _lines(was), _lines(now), Direction.SAME, mark)


def _lines(thing: object) -> tuple[str, ...]:
    """A declaration as it was written; an event, which keeps no place, by its name."""
    if thing is None:
        return ()
    if isinstance(thing, EventType):
        return (f"event {thing.name}", *_under_event(thing))
    return lines_from(thing.span)  # type: ignore[attr-defined]  # all else that is declared has a place


def _under_event(event: EventType) -> Iterator[str]:
    """What an event, which keeps no place, says of its entries."""
    if event.with_person:
        yield "with person"
    if event.about:
        yield f"about {event.about}"
    if event.unit:
        yield f"amount in {event.unit}"
    if event.fields:
        yield f"fields {', '.join(event.fields)}"


# --- how long it holds ----------------------------------------------------------------------------------------


def _validity(old: Agreement, new: Agreement, pairs: Pairs[Sentence]) -> Compared:
    """What the days that only one of the texts covers ask: sentences of both are tried on them."""
    ends = [FAR_DAY if one.in_force_until is None else one.in_force_until for one in (old, new)]
    longer, first = (new if ends[1] > ends[0] else old), min(ends) + 1
    tried = [(a, b) for a, b in pairs if a is not None and b is not None and not a.not_applied and not follows_breach(a)]
    found = Compared()
    budget = Budget()
    for sentence in [b if longer is new else a for a, b in tried][:_SENTENCES]:
        assert sentence is not None  # noqa: S101 - both are there
        pool = pool_of((longer,), ((sentence.form, sentence.modifiers),))
        base = first + (pool.base - first) % 7
        pool = replace(pool, start=first, bases=(base,))
        sides = [
            alone(replace(longer, in_force_from=first - 400, in_force_until=one.in_force_until), sentence, pool.zone.key, budget)
            for one in (old, new)
        ]
        last = max(ends) if max(ends) < FAR_DAY else first + 1000
        logs = (Scenario(case.entries, min(case.last, last)) for case in scenarios(sentence.form, pool))
        cases = (case for case in logs if all(first <= entry.day <= last for entry in case.entries))
        found = together(found, compare_sides(sides[0], sides[1], islice(cases, _CASES), pool))
    return replace(found, sure=True)  # on days that it does not cover, the shorter text asks nothing
