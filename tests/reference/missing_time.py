"""Entries without a time (rule 9): every time that could matter is tried, and what differs is `unknown`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, ByClock, ClockFilter
from pactlang.model.calendar import Exact

from .checker import Verdict, as_verdict, outcomes_of
from .clock import DAY
from .matching import parts_of
from .record import Outcome
from .versions import Versions

MOST_TRIES = 600


def judge_with_missing_times(
    agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, zone_fallback: str = "UTC"
) -> list[Verdict] | None:
    """As `judge`, for logs in which a few entries have no time; nothing where there are too many times to try.

    R33: "An entry without a time may have started at any instant of its date. A verdict is given where it is the same for all of
    them, else it is `unknown`."
    """
    plain = Versions(agreements, entries, as_of, zone_fallback)
    choices = times_to_try(plain)
    tries = 1
    for instants in choices.values():
        tries *= len(instants)
    if tries > MOST_TRIES:
        return None
    worlds = []
    for supposed in product(*choices.values()):
        times = dict(zip(choices, supposed, strict=True))
        worlds.append(outcomes_of(Versions(agreements, entries, as_of, zone_fallback, times)))
    first_on_their_date = outcomes_of(plain)
    return [as_verdict(outcome, plain.events) for outcome in in_all_worlds(first_on_their_date, worlds)]


def times_to_try(versions: Versions) -> dict[int, list[int]]:
    """For each entry without a time, by its place in the log: the instants of its date at which anything could change."""
    edges = edges_of(versions)
    found = {}
    for event in versions.events:
        if not event.timed:
            clock = versions.clock_for(event.entry)
            first, last = clock.midnight(event.day), clock.end_of(event.day) - 1
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
    times |= {part.second for part in parts if isinstance(part, ByClock)}
    moments |= {clock.instant(day, second) for day in days for second in (0, *times) if second < DAY}
    return {moment + sign * length for moment in moments for length in (0, *lengths, *sums) for sign in (-1, 1)}


def in_all_worlds(plain: list[Outcome], worlds: list[list[Outcome]]) -> list[Outcome]:
    """What can be said for certain.

    R35: "Where the order of entries on one date does not matter to a count, a missing time does not either; entries without a time
    come first on their date."
    """
    found: list[Outcome] = []
    for label in sorted({outcome.label for world in worlds for outcome in world}):
        own = [[outcome for outcome in world if outcome.label == label] for world in worlds]
        tallies = [Counter((outcome.status, outcome.date) for outcome in world if outcome.status != "kept") for world in own]
        if all(tally == tallies[0] for tally in tallies):
            found += [outcome for outcome in plain if outcome.label == label]
        else:
            found += each_occasion([outcome for outcome in plain if outcome.label == label], own)
    return found


def each_occasion(plain: list[Outcome], worlds: list[list[Outcome]]) -> list[Outcome]:
    """Occasion by occasion: what is the same in all worlds, and `unknown` for what is broken, due or waived only in some."""
    found = []
    known = {outcome.key: outcome for world in reversed([plain, *worlds]) for outcome in world}
    for key, outcome in known.items():
        statuses = {next((one.status for one in world if one.key == key), "none") for world in worlds}
        if len(statuses) == 1:
            found.append(outcome)
        elif statuses <= {"kept", "none"}:
            found.append(replace(outcome, status="kept"))
        else:
            found.append(replace(outcome, status="unknown"))
    return found
