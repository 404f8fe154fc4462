"""Short logs that tell two sentences apart: for each form, events around every length, limit and date that the sentences name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pactlang.model.agreement import (
    BreachTrigger,
    Cap,
    Gap,
    Interval,
    Matrix,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
)
from pactlang.witness.barring import barred
from pactlang.witness.following import answered_breaches, follow_ups, matrices, pauses
from pactlang.witness.limited import caps, gaps, singles
from pactlang.witness.owed import intervals, precedences, quotas, responses, schedules
from pactlang.witness.pool import Pool
from pactlang.witness.scenario import Breach, Log, Scenario, ended
from pactlang.witness.too_close import too_close

if TYPE_CHECKING:
    from pactlang.model.agreement import Form


def scenarios(form: Form | Matrix, pool: Pool, breaches: Sequence[Breach] = ()) -> Iterator[Scenario]:
    """Short logs for a form. `breaches` are logs that break another sentence, for what follows a breach."""
    match form:
        case Prohibition():
            yield from _ended(singles(form, pool))
        case Cap():
            yield from _ended(caps(form, pool))
        case Gap():
            yield from _ended(gaps(form, pool))
        case Quota():
            yield from quotas(form, pool)
        case Response(BreachTrigger()):
            yield from answered_breaches(form, pool, breaches)
        case Response():
            yield from _ended(responses(form, pool))
        case Precedence():
            yield from _ended(precedences(form, pool))
        case Interval():
            yield from intervals(form.duty, pool)
        case Schedule():
            yield from schedules(form, pool)
        case Pause():
            yield from _ended(pauses(form, pool))
        case ProhibitionAfter():
            yield from barred(form, pool, breaches)
        case ProhibitionBefore():
            yield from _ended(too_close(form, pool))
        case PauseAfter() | RepeatAfter():
            yield from follow_ups(form, pool, breaches)
        case Matrix():
            yield from _ended(matrices(form, pool))


def _ended(logs: Iterator[Log]) -> Iterator[Scenario]:
    """Judged long after the last entry, when nothing is open any more."""
    for log in logs:
        yield ended(log)
