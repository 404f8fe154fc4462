"""Dates and nights that are counted (R108), from the words of the rule."""

from __future__ import annotations

from collections.abc import Iterable

from pactlang.model.agreement import Measure, Unit
from pactlang.model.named import NamedHours

from .clock import DAY, Clock
from .matching import in_days
from .record import Event, Scene

NOON = DAY // 2
Night = tuple[int, int, int]  # the date of its evening, and a window of it


def nights_of(hours: NamedHours, days: Iterable[int], clock: Clock) -> list[Night]:
    """R108: "A window is of the night of the date on which it opens, or, if it opens before 12:00, of the date before"."""
    found = []
    for day in days:
        if clock.midnight(day) == clock.midnight(day + 1):
            continue  # R103: "not on one that the zone skipped"
        for line in hours.lines:
            if in_days(line.days, day):
                evening = day if line.start >= NOON else clock.date(clock.midnight(day) - 1)
                closes = clock.instant(day if line.end > line.start else day + 1, line.end)
                found.append((evening, clock.instant(day, line.start), closes))
    return [one for one in found if one[1] < one[2]]


def touches(event: Event, opens: int, closes: int) -> bool:
    """R108: "what ends at the instant at which a date or a window begins does not touch it; what lasts no time touches the one in which it
    starts".
    """
    return event.start < closes and (event.finish > opens or event.start >= opens)


def touched(event: Event, measure: Measure, scene: Scene) -> set[int]:
    """The dates, or the evenings of the nights, that an event touches."""
    clock = scene.clock
    last = clock.date(event.finish)
    if measure.unit is Unit.DAYS:
        spans = {day: (clock.midnight(day), clock.end_of(day)) for day in range(event.day, last + 1)}
        return {day for day, (opens, closes) in spans.items() if opens < closes and touches(event, opens, closes)}
    assert measure.night is not None
    windows = nights_of(measure.night, range(event.day - 3, last + 4), clock)
    found = {evening for evening, opens, closes in windows if touches(event, opens, closes)}
    if not found and event.entry.order in scene.stays:
        # "An event without an end that starts in no night may have touched the one that opens next, within 24 hours".
        later = [(opens, evening) for evening, opens, _ in windows if event.start < opens <= event.start + DAY]
        found = {evening for _, evening in sorted(later)[:1]}
    return found


def over_at(last: int, measure: Measure, scene: Scene) -> int:
    """R108: a quota's "period is over at the end of its last night, or with the text that asks if that is earlier"."""
    clock = scene.clock
    midnight = clock.end_of(last)
    nights = nights_of(measure.night, range(last - 3, last + 4), clock) if measure.night is not None else []
    end = max([midnight, *(closes for evening, _, closes in nights if evening <= last)])
    if end == midnight or not scene.in_force_at(midnight):
        return midnight
    low, high = midnight, end  # in force at the first, and nothing is asked from the second on
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if scene.in_force_at(middle) else (low, middle)
    return high
