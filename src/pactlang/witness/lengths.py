"""Lengths of time as steps of minutes, and single occasions as cases: what the nearest cases of several forms share."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from pactlang.model.calendar import DAY_SECONDS, Exact
from pactlang.witness.cases import Judge
from pactlang.witness.entries import steps_in
from pactlang.witness.events import settled
from pactlang.witness.pool import Pool
from pactlang.witness.scenario import LONG, Scenario, ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.model.calendar import Duration
    from pactlang.witness.cases import Dial, Pair
    from pactlang.witness.events import Occasion


Judged = Callable[[Pool], Judge]


def settled_alone(one: Occasion) -> Scenario:
    """A single occasion, with what belongs to it, as a case."""
    return ended(settled(one))


def one_or_none(one: Occasion, judge: Judge) -> Iterator[Pair]:
    """Where nothing about an event can be otherwise, only its absence keeps the sentence."""
    pair = judge.pair(Scenario(one.before, one.main.day + LONG), settled_alone(one))
    if pair is not None:
        yield pair


def span_minutes(length: Duration) -> int:
    """About how many minutes a length has, at most."""
    step, count = steps_in(length)
    return step * count // 60


def by_steps(length: Duration) -> int:
    """The seconds of the least step that matters for a length: a minute, or a day where dates count."""
    return 60 if isinstance(length, Exact) else DAY_SECONDS


def points(length: Duration, extra: int = 0) -> list[int]:
    """Steps to try around a length."""
    near = span_minutes(length) if isinstance(length, Exact) else span_minutes(length) // 1440
    return [1, max(1, near // 2), near + extra + 2, near + extra + 12]


def within_a_day(every: Duration) -> bool:
    """Whether the next one is late by the end of a date on which one was in time: two such logs would differ in when they are judged."""
    return isinstance(every, Exact) and every.seconds < DAY_SECONDS


def judge_edges(judge: Judge, dial: Dial) -> Iterator[Pair]:
    """The edges of a dial, the first one alone: later ones are those of the next date."""
    yield from islice(judge.edges(dial), 1)
