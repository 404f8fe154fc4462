"""Entries without a time (rule 9): the reference judges the log once for every time that could matter.

"Where an entry has no time and the time of day decides, the verdict is `unknown`, neither kept nor broken". R33: "An entry without a
time may have started at any instant of its date. A verdict is given where it is the same for all of them, else it is `unknown`."
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, ByClock, ClockFilter, Measure, Schedule, Unit, WithinHours
from pactlang.model.calendar import Exact
from pactlang.model.named import HoursOn

from .checker import outcomes_of
from .clock import DAY
from .forms import hours_later
from .matching import parts_of
from .record import Outcome
from .versions import Versions

MOST_TRIES = 300


def possible_outcomes(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int) -> list[list[Outcome]]:
    """Everything that could be found, one list for each way to choose the missing times; nothing where there are too many ways.

    Entries of one date without a time stand in the order in which they were written.
    """
    plain = Versions(agreements, entries, as_of, "UTC")
    choices = times_to_try(plain)
    endless = [event.entry.order for event in plain.events if event.end is None] if counts_nights(agreements) else []
    tries = 2 ** len(endless)
    for instants in choices.values():
        tries *= len(instants)
    if tries > MOST_TRIES:
        return []
    dates = {event.entry.order: event.day for event in plain.events}
    found = []
    for instants_chosen in product(*choices.values()):
        times = dict(zip(choices, instants_chosen, strict=True))
        if all(times[one] <= times[other] for one in times for other in times if one < other and dates[one] == dates[other]):
            for went_on in product((False, True), repeat=len(endless)):
                stays = frozenset(order for order, gone in zip(endless, went_on, strict=True) if gone)
                found.append(outcomes_of(Versions(agreements, entries, as_of, "UTC", times, stays=stays)))
    return found


def counts_nights(agreements: Sequence[Agreement]) -> bool:
    """Whether a sentence counts nights: then an event without an end may have gone on into one (R108)."""
    parts = (part for version in agreements for sentence in version.sentences for part in parts_of(sentence.form))
    return any(isinstance(part, Measure) and part.unit is Unit.NIGHTS for part in parts)


def times_to_try(versions: Versions) -> dict[int, list[int]]:
    """For each entry without a time, by its place in the log: the instants of its date at which anything could change."""
    edges = edges_of(versions)
    found = {}
    for event in versions.events:
        if not event.timed:
            clock = versions.clock_for(event.entry)
            first, last = clock.midnight(event.day), clock.end_of(event.day) - 1
            if event.end is not None:
                last = min(last, event.end)  # nothing starts after its end
            near = {edge + step for edge in edges for step in (-1, 0, 1)}
            found[event.entry.order] = sorted({first, last, *(instant for instant in near if first <= instant <= last)})
    return found


def edges_of(versions: Versions) -> set[int]:
    """The instants of the other entries and all that lie a length of the agreement from them, and the times of day it speaks of."""
    parts = [
        part for version in versions.agreements for sentence in version.sentences for part in parts_of((sentence.form, sentence.modifiers))
    ]
    parts += [part for version in versions.agreements for table in version.matrices for part in parts_of(table.ask_within)]
    parts += [part for version in versions.agreements for state in version.states for part in parts_of(state)]
    lengths = {part.seconds for part in parts if isinstance(part, Exact)}
    sums = {one + other for one in lengths for other in lengths}  # a limit and its grace
    moments = {instant for event in versions.events for instant in (event.start, event.finish) if event.timed}
    clock = versions.clock_of(versions.agreements[-1])
    days = {event.day + step for event in versions.events if not event.timed for step in (0, 1)}
    times = {part.start for part in parts if isinstance(part, ClockFilter)} | {part.end for part in parts if isinstance(part, ClockFilter)}
    times |= {second for part in parts if isinstance(part, HoursOn) for second in (part.start, part.end)}
    times |= {part.second for part in parts if isinstance(part, ByClock)}
    times |= {part.at for part in parts if isinstance(part, Schedule) and part.at is not None}
    moments |= {clock.instant(day, second) for day in days for second in (0, *times) if second < DAY}
    graced = {moment - length for moment in moments for length in (0, *lengths)}
    moments |= {hours_before(part, moment, versions) for part in parts if isinstance(part, WithinHours) for moment in graced}
    return {moment + sign * length for moment in moments for length in (0, *lengths, *sums) for sign in (-1, 1)}


def hours_before(limit: WithinHours, moment: int, versions: Versions) -> int:
    """The instant from which a limit such as `within 4 working-hours` ends at a moment, as far as two months back."""
    clock = versions.clock_of(versions.agreements[-1])
    day = clock.date(moment)
    low, high = clock.midnight(day - 60), moment
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if hours_later(limit, middle, clock) < moment else (low, middle)
    return high
